/** What Kibana's manifest parser demands; any other key, or a broken one, keeps Kibana from starting. */
export type Manifest = Readonly<Record<string, unknown>> & { readonly id: string };

const X_Y_Z = /^\d+\.\d+\.\d+$/;

/**
 * kibana.json of the zip for one exact Kibana version. `version` carries both, since it is part of the address under
 * which browsers keep the bundles for a year.
 * @throws Error when a version is not x.y.z: the installer compares the numbers as text
 */
export function pluginManifest(
  source: Manifest,
  { version, kibana_version }: { readonly version: string; readonly kibana_version: string },
): Manifest {
  for (const given of [version, kibana_version])
    if (!X_Y_Z.test(given)) throw new Error(`"${given}" is no version of the form x.y.z`);
  return { ...source, version: `${version}-${kibana_version}`, kibanaVersion: kibana_version };
}
