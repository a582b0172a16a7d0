/** The import rule of ARCHITECTURE.md: public -> common <- server; nothing imports hosts; views never import each other. */
const HOSTS = '^(server/kibana|public/kibana|workbench)/';
const NOT_VIEWS = 'elasticsearch|http|kibana|memory|shared_queries';
const TESTS = '\\.(test|es\\.test|long\\.test)\\.tsx?$|^test/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      comment: 'kibana/ names @kbn packages that only exist inside Kibana.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(@kbn/|node:)' },
    },
    {
      name: 'common-is-pure',
      comment: 'common/ imports only common/ and small pure libraries.',
      severity: 'error',
      from: { path: '^common/', pathNot: TESTS },
      to: {
        pathNot:
          '^common/|^node_modules/(zod|ipaddr\\.js|re2js|d3-hierarchy|d3-flextree|yaml|tldts|saxes|fast-xml-parser)/',
      },
    },
    {
      name: 'public-knows-only-common',
      severity: 'error',
      from: { path: '^public/', pathNot: TESTS },
      to: { path: '^(server|workbench|tools|test)/' },
    },
    {
      name: 'public-runs-in-a-browser',
      severity: 'error',
      from: { path: '^public/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-knows-only-common',
      severity: 'error',
      from: { path: '^server/', pathNot: TESTS },
      to: { path: '^(public|workbench|tools|test)/' },
    },
    {
      name: 'views-are-apart',
      comment: 'What two views need moves to common/ or server/shared_queries/.',
      severity: 'error',
      from: { path: `^server/(?!(?:${NOT_VIEWS})/)([^/]+)/`, pathNot: TESTS },
      to: { path: '^server/[^/]+/', pathNot: [`^server/(http|shared_queries)/`, '^server/$1/'] },
    },
    {
      name: 'shared-queries-know-no-view',
      severity: 'error',
      from: { path: '^server/(shared_queries|http)/', pathNot: TESTS },
      to: { path: '^server/[^/]+/', pathNot: '^server/(shared_queries|http)/' },
    },
    {
      name: 'adapters-know-ports-and-common',
      severity: 'error',
      from: { path: '^server/(elasticsearch|memory)/', pathNot: TESTS },
      to: { path: '^server/', pathNot: ['^server/ports\\.ts$', '^server/$1/'] },
    },
    {
      name: 'only-elasticsearch-knows-the-client',
      comment: 'DSL and client types stay in the adapter; hosts make the client.',
      severity: 'error',
      from: { path: '^(common|server|public)/', pathNot: [TESTS, '^server/(elasticsearch|kibana)/'] },
      to: { path: '@elastic/(elasticsearch|transport)' },
    },
    {
      name: 'pages-are-apart',
      severity: 'error',
      from: { path: '^public/pages/([^/]+)/', pathNot: TESTS },
      to: { path: '^public/pages/[^/]+/', pathNot: '^public/pages/$1/' },
    },
    {
      name: 'nothing-imports-hosts',
      comment: 'The two entries that Kibana loads, tests and tools that build or start a host may.',
      severity: 'error',
      from: { pathNot: [HOSTS, TESTS, '^(server|public)/index\\.tsx?$', '^tools/'] },
      to: { path: HOSTS },
    },
    {
      name: 'product-knows-no-tools',
      severity: 'error',
      from: { path: '^(common|server|public)/', pathNot: TESTS },
      to: { path: '^(tools|test)/' },
    },
    {
      name: 'only-kibana-folders-name-kbn',
      severity: 'error',
      from: { pathNot: '^(server|public)/kibana/' },
      to: { path: '^@kbn/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
