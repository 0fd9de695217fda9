// Who may import whom: the four floors of the house. Arrows only run down. Read by dependency-cruiser.
const tests = '\\.(test|chaos\\.test|browser\\.test)\\.ts$|/test/|/testing/'

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Files that import each other in a circle cannot be understood one by one.',
      severity: 'error',
      from: { pathNot: 'node_modules' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'contracts-are-ground',
      comment: 'Contracts know zod and each other.',
      severity: 'error',
      from: { path: '^packages/contracts/', pathNot: tests },
      to: { path: '^(packages/(?!contracts/)|(services|adapters|apps|bench|tooling)/)' },
    },
    {
      name: 'language-knows-nothing',
      comment: 'Words of four languages stand on no other floor.',
      severity: 'error',
      from: { path: '^packages/language/', pathNot: tests },
      to: { path: '^(packages/(?!language/)|(services|adapters|apps|bench|tooling)/)' },
    },
    {
      name: 'ports-know-nothing',
      comment: 'Ports are types of their own.',
      severity: 'error',
      from: { path: '^packages/ports/', pathNot: '^packages/ports/conformance/' },
      to: { path: '^(packages/(?!ports/)|(services|adapters|apps|bench|tooling|node_modules)/)' },
    },
    {
      name: 'sdk-knows-contracts',
      comment: 'The SDK speaks to contracts alone.',
      severity: 'error',
      from: { path: '^packages/sdk/', pathNot: tests },
      to: { path: '^(packages/(kernel|ports)|services|adapters|apps|bench|tooling)/' },
    },
    {
      name: 'kernel-knows-no-service',
      comment: 'The kernel carries services; it knows none.',
      severity: 'error',
      from: { path: '^packages/kernel/', pathNot: tests },
      to: { path: '^(services|adapters|apps|bench|tooling)/' },
    },
    {
      name: 'services-meet-through-contracts',
      comment: 'A service calls another through its contract only.',
      severity: 'error',
      from: { path: '^services/([^/]+)/', pathNot: tests },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'services-know-no-vendor',
      comment: 'Vendors live behind ports, in adapters.',
      severity: 'error',
      from: { path: '^services/', pathNot: tests },
      to: { path: '^(adapters|apps|bench|tooling)/' },
    },
    {
      name: 'adapters-know-only-ports',
      comment: 'An adapter translates one vendor into one port.',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/([^/]+)/', pathNot: tests },
      to: { path: '^(services|apps|bench|tooling|packages/(kernel|contracts|sdk)|adapters)/', pathNot: '^adapters/$1/$2/' },
    },
    {
      name: 'only-the-door',
      comment: 'The server opens doors; it does not climb through windows.',
      severity: 'error',
      from: { path: '^apps/server/', pathNot: tests },
      to: { path: '^services/[^/]+/(?!service\\.ts$)|^adapters/[^/]+/[^/]+/(?!index\\.ts$)|^packages/kernel/(?!index\\.ts$|testing/index\\.ts$)' },
    },
    {
      name: 'console-speaks-sdk',
      comment: 'The console talks through the SDK; of contracts it sees types.',
      severity: 'error',
      from: { path: '^apps/console/src/' },
      to: { path: '^(services|adapters|packages/(kernel|ports)|apps/server)/' },
    },
    {
      name: 'console-carries-no-schemas',
      comment: 'Contract values would bring zod into the browser.',
      severity: 'error',
      from: { path: '^apps/console/src/', pathNot: tests },
      to: { path: '^packages/contracts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: { pathNot: 'routeTree|fixture' },
      to: { couldNotResolve: true, pathNot: '\\?|^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
}
