import type { Persona } from '@myna/contracts/brain'
import { zoneOf } from '#mind/hear.ts'

const longest = 2000

/**
 * What a business asks of its agent, with `{{agent}}`, `{{business}}`, `{{today}}` and `{{now}}` filled in for this moment. A place that is none of these
 * stays as it is written, so that a mistake is seen.
 */
export function instructionsOf(persona: Persona, now: Date): string {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zoneOf(persona.timeZone) }).format(now)
  const places: Readonly<Record<string, string>> = {
    agent: persona.agentName,
    business: persona.businessName,
    today: format({ dateStyle: 'full' }),
    now: format({ timeStyle: 'short' }),
  }
  return persona.instructions
    .trim()
    .slice(0, longest)
    .replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => places[name] ?? whole)
}
