import type { AnyOperation } from '@myna/contracts'

/** What a request costs, as far as limits tell: `signIn` is counted by address, the others by organisation. */
export type RouteClass = 'signIn' | 'reads' | 'writes' | 'expensive'

/** Operations that start long work, or read all there is; uploads and downloads are expensive by their kind. */
export const expensiveOperations: ReadonlySet<string> = new Set([
  'agents.createFromWebsite',
  'agents.startSimulation',
  'agents.suggestScenarios',
  'audit.verifyChain',
  'knowledge.crawlSource',
  'knowledge.extractSource',
])

const classes = new WeakMap<AnyOperation, RouteClass>()

/** The class of a request by what its operation declares; what is no operation is a read or a write by its method. */
export function routeClassOf(service: string, operation: string | undefined, declared: AnyOperation | undefined, method: string): RouteClass {
  const writes = method !== 'GET' && method !== 'HEAD'
  if (declared === undefined || operation === undefined) return writes ? 'writes' : 'reads'
  let known = classes.get(declared)
  if (known === undefined) classes.set(declared, (known = classOf(service, operation, declared, writes)))
  return known
}

function classOf(service: string, operation: string, declared: AnyOperation, writes: boolean): RouteClass {
  // Whoever is not known yet and changes something in identity tries to become known.
  if (service === 'identity' && declared.access === 'public' && writes) return 'signIn'
  if (declared.kind === 'upload' || declared.kind === 'bytes' || expensiveOperations.has(`${service}.${operation}`)) return 'expensive'
  return writes ? 'writes' : 'reads'
}
