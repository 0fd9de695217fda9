import type { Hit } from '@myna/contracts/knowledge'
import { speaksToMachines } from '#guard/speaks-to-machines.ts'

/**
 * What may be evidence: all that people of the business wrote, edited or approved, and of what was found on pages, in mails or by tools only what does not
 * speak to machines.
 */
export const trustedHits = (hits: readonly Hit[]): Hit[] =>
  hits.filter(({ item }) => item.state !== 'found' || !speaksToMachines(`${item.title}\n${item.text}\n${item.quote ?? ''}`))
