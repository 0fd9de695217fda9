import type { Caching } from '@myna/contracts'
import { checkAccess } from '@myna/kernel'
import type { AnswerKey } from '#answers/answers.ts'
import type { Exchange } from '#edge/exchange.ts'

/** How long the answer to a request may be kept; undefined: not at all. */
export function cachingOf({ method, declared, mapAnswer, headers }: Exchange): Caching | undefined {
  if (method !== 'GET' || declared?.kind !== 'answer' || mapAnswer !== undefined) return undefined
  return headers['cache-control']?.includes('no-store') ? undefined : declared.cache
}

/**
 * Under what an answer is kept, so that nobody is given another's: the tenant, and the subject with its scopes unless the contract says that all of the tenant are
 * answered alike. Undefined for whoever may not ask, who hears it from the service itself.
 */
export function answerKeyOf({ declared, caller, url }: Exchange, { sharedInTenant = false }: Caching): AnswerKey | undefined {
  try {
    checkAccess(declared!.access, caller)
  } catch {
    return undefined
  }
  const tenant = caller.tenantId ?? ''
  const whose = sharedInTenant && tenant !== '' ? '' : `${caller.subject} ${caller.sessionId ?? ''} ${caller.scopes.join(',')} ${caller.roles.join(',')}`
  return { tenant, text: `${tenant} ${whose} ${url}` }
}
