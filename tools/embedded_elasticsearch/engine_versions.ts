/** What one Elasticsearch version needs from the JVM. */
export interface EngineVersion {
  readonly version: string;
  /** Oldest Java feature version that runs it. */
  readonly min_jdk: number;
  /** Java feature versions on which a class-data archive was seen to help; 25 refuses one for a module path. */
  readonly archive_jdks: readonly number[];
  readonly flags: readonly string[];
  /** Since 9.x the server loads libzstd for best_compression and logsdb; it is not among the jars. */
  readonly needs_zstd: boolean;
  /** Megabytes that Maven fetches, for the progress line. */
  readonly download_mb: number;
}

export const DEFAULT_VERSION = '8.12.2';

export const ENGINE_VERSIONS: readonly EngineVersion[] = [
  {
    version: '8.12.2',
    min_jdk: 17,
    archive_jdks: [17],
    flags: [],
    needs_zstd: false,
    download_mb: 37,
  },
  {
    version: '9.5.3',
    min_jdk: 25, // class files of Java 21; only 25 was tried
    archive_jdks: [],
    flags: [
      '--enable-native-access=ALL-UNNAMED,org.apache.lucene.core,org.elasticsearch.foreign,org.elasticsearch.nativeaccess',
      '--sun-misc-unsafe-memory-access=allow',
      '-Dorg.elasticsearch.nativeaccess.enableVectorLibrary=false', // libvec is not on Maven Central either
    ],
    needs_zstd: true,
    download_mb: 44,
  },
];

/** @throws Error when the version is not one that we have tried. */
export function engineVersion(version: string): EngineVersion {
  const found = ENGINE_VERSIONS.find((candidate) => candidate.version === version);
  if (found) return found;
  const known = ENGINE_VERSIONS.map((candidate) => candidate.version).join(', ');
  throw new Error(`No embedded Elasticsearch ${version}; known versions: ${known}`);
}
