import type { Sorted } from './category.ts'
import { givesOrders, isPlaceholder } from './doubt.ts'
import type { Finding } from './finding.ts'

/** How sure a piece of knowledge is, 0–1: what it was read from, how clearly it sorts, and whether it looks like a template's filler or an order to a machine. */
export function confidenceOf(finding: Finding, sorted: Sorted): number {
  const whole = `${finding.path.join('\n')}\n${finding.text}`
  let sure = finding.trust
  if (finding.kind !== 'fact') sure *= 0.7 + 0.3 * sorted.certainty
  if (givesOrders(whole)) sure *= 0.1
  else if (isPlaceholder(whole)) sure *= 0.25
  return Math.round(Math.min(0.98, Math.max(0.02, sure)) * 100) / 100
}
