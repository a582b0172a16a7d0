/** Keys that Kibana 8.12's manifest parser knows; any other one keeps Kibana from starting. */
const KNOWN = new Set([
  'id',
  'version',
  'kibanaVersion',
  'type',
  'configPath',
  'requiredPlugins',
  'optionalPlugins',
  'requiredBundles',
  'runtimePluginDependencies',
  'extraPublicDirs',
  'serviceFolders',
  'description',
  'enabledOnAnonymousPages',
  'owner',
  'server',
  'ui',
]);

/** Plugins that exist in every supported version; one that is missing would silently disable ours. */
const EVERYWHERE = new Set(['features', 'data', 'dataViews', 'taskManager', 'encryptedSavedObjects']);

type Manifest = Readonly<Record<string, unknown>>;

/** One rule each, as read in and run against the parser of 8.12.2. A sentence per violation. */
export function manifestProblems(manifest: Manifest): string[] {
  const { id, version, owner, configPath, requiredPlugins = [], requiredBundles = [] } = manifest;
  const unknown = Object.keys(manifest).filter((key) => !KNOWN.has(key));
  const rare = (requiredPlugins as string[]).filter((plugin) => !EVERYWHERE.has(plugin));
  return [
    ...unknown.map((key) => `unknown key ${key}`),
    ...when(!/^[a-z][a-zA-Z0-9]+$/.test(String(id)), 'id must be camelCase without dots and dashes'),
    ...when(typeof version !== 'string' || version === '', 'version must be a text'),
    ...when(typeof (owner as Manifest | undefined)?.name !== 'string', 'owner.name must be a text'),
    ...when(manifest.server !== true && manifest.ui !== true, 'neither server nor ui'),
    ...when(configPath !== undefined && !isPath(configPath), 'configPath must be a text or texts'),
    ...rare.map((plugin) => `required plugin ${plugin} is not in every version`),
    ...when(
      (requiredBundles as unknown[]).length > 0,
      'an unknown required bundle keeps Kibana from starting',
    ),
  ];
}

const when = (broken: boolean, sentence: string): string[] => (broken ? [sentence] : []);

const isPath = (value: unknown): boolean => [value].flat().every((part) => typeof part === 'string');
