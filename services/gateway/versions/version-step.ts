import { type AnyOperation, type Contract, contracts } from '@myna/contracts'
import { Fault } from '@myna/kernel'
import type { Passing, Step } from '#edge/steps.ts'
import type { Gate } from '#store/gate.ts'
import { deprecationHeaders } from '#versions/deprecation-headers.ts'
import type { ReadyVersion } from '#versions/read-versions.ts'

/** Speaks the version of the API that a request asks for by `Myna-Version`, or that its key is kept at; says of what goes away that it does. */
export function versionStep(gate: Gate): Step {
  const { versions } = gate

  function verdictOf(request: Passing, pinned: string | null | undefined): Fault | undefined {
    const asked = request.headers['myna-version']
    const name = asked ?? pinned ?? undefined
    if (name !== undefined) {
      const now = gate.opened().now()
      const version = typeof name === 'string' ? versions.find(name, now) : undefined
      if (!version)
        return new Fault(
          'request.version_unknown',
          { asked: String(name).slice(0, 40) },
          { fields: [{ field: 'Myna-Version', problem: `Those there are: ${versions.namesAt(now).join(', ')}.` }] },
        )
      speak(request, version)
    }
    const { declared } = request
    if (declared?.deprecated)
      for (const [header, value] of deprecationHeaders(declared.deprecated, seeOf(request.service, declared))) request.addHeader(header, value)
    return undefined
  }

  return {
    name: 'versions',
    arrive({ path }) {
      const byPath = /^\/api\/v(\d{1,6})(?:\/|$)/.exec(path)?.[1]
      if (byPath === undefined || byPath === '1') return undefined
      return new Fault(
        'request.version_unknown',
        { path: byPath },
        { fields: [{ field: '', problem: 'By path there is /api/v1 alone; other versions are asked for by the header Myna-Version.' }] },
      )
    },
    before(request) {
      const { tenantId, subject } = request.caller
      if (tenantId === null || !subject.startsWith('key:')) return verdictOf(request, undefined)
      const rules = gate.opened().book.of(tenantId)
      if (rules instanceof Promise) return rules.then((it) => verdictOf(request, it.keys.get(subject.slice(4))?.version))
      return verdictOf(request, rules.keys.get(subject.slice(4))?.version)
    },
  }
}

function speak(request: Passing, version: ReadyVersion): void {
  request.addHeader('myna-version', version.name)
  if (version.deprecated && !request.declared?.deprecated)
    for (const [header, value] of deprecationHeaders(version.deprecated)) request.addHeader(header, value)
  if (version.isCurrent || request.operation === undefined) return
  const rewrites = version.rewritesOf(`${request.service}.${request.operation}`)
  if (rewrites?.input) request.mapInput = rewrites.input
  if (rewrites?.answer) request.mapAnswer = rewrites.answer
}

/** The address of the operation that stands in the place of one that goes away. */
function seeOf(service: string, { deprecated }: AnyOperation): string | undefined {
  const see = deprecated?.see
  const operation = see === undefined ? undefined : (contracts as Record<string, Contract>)[service]?.[see]
  return operation && `/api/v1${operation.http.split(' ')[1]}`
}
