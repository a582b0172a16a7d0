import type { ArchiveEntry } from './built_zip';

export type Verdict =
  | { readonly kind: 'installed'; readonly id: string; readonly files: readonly string[] }
  | { readonly kind: 'refused'; readonly why: string };

const MANIFEST = /^(kibana[\\/][^\\/]+)[\\/]kibana\.json$/i;
const X_Y_Z = /\d+\.\d+\.\d+/;

/** What Kibana 8.12's `kibana-plugin install` does with an archive, as read in and run against 8.12.2. */
export function installAs(entries: readonly ArchiveEntry[], kibana: string): Verdict {
  const manifest = entries.find(({ path }) => MANIFEST.test(path));
  const folder = MANIFEST.exec(manifest?.path ?? '')?.[1];
  if (!manifest || !folder) return refused('No kibana.json found in the archive');
  const { id, version, kibanaVersion } = JSON.parse(manifest.text) as Record<string, string>;
  const wanted = X_Y_Z.exec(kibanaVersion ?? version ?? '')?.[0];
  if (wanted !== kibana) return refused(`Plugin ${id} [${wanted}] is incompatible with Kibana [${kibana}]`);
  const inside = entries.filter(({ path }) => path.startsWith(`${folder}/`));
  const unreadable = inside.find(({ mode }) => (mode & 0o400) === 0);
  if (unreadable) return refused(`${unreadable.path} would not be readable`);
  return { kind: 'installed', id: id ?? '', files: inside.map(({ path }) => path.slice(folder.length + 1)) };
}

const refused = (why: string): Verdict => ({ kind: 'refused', why });
