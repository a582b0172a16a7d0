/** Strongest first. IMPHASH is left out: many programs share one. */
const ALGORITHMS = ['SHA256', 'SHA1', 'MD5'] as const;

/** The content of nothing: every empty file has these, so they tell no file from another. */
const OF_NOTHING: ReadonlySet<string> = new Set([
  'E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855',
  'DA39A3EE5E6B4B0D3255BFEF95601890AFD80709',
  'D41D8CD98F00B204E9800998ECF8427E',
]);

/** What a file's hashes say of its content, strongest first: `SHA256=..`, in upper case. */
export type ContentHashes = readonly string[];

/** Sysmon's Hashes or Hash. "Unknown", zeros and hashes of nothing are left out. */
export function contentHashes(text: string | undefined): ContentHashes {
  const parts = (text ?? '').toUpperCase().split(',', 16);
  return ALGORITHMS.flatMap((algorithm) => {
    const value = parts.find((part) => part.trim().startsWith(`${algorithm}=`))?.trim();
    const digits = value?.slice(algorithm.length + 1) ?? '';
    return value === undefined || /^0*$/.test(digits) || OF_NOTHING.has(digits) ? [] : [value];
  });
}

export type Content = 'same' | 'differs' | 'unknown';

/** Decided by the strongest algorithm that both carry. */
export function compareContent(a: ContentHashes, b: ContentHashes): { content: Content; hash?: string } {
  for (const hash of a) {
    const algorithm = hash.slice(0, hash.indexOf('=') + 1);
    const other = b.find((candidate) => candidate.startsWith(algorithm));
    if (other === hash) return { content: 'same', hash };
    if (other !== undefined) return { content: 'differs' };
  }
  return { content: 'unknown' };
}
