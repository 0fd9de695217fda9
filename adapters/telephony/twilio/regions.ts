import { PortFault } from '@myna/ports/fault'

/** Where requests for a region enter Twilio's network: https://www.twilio.com/docs/global-infrastructure/edge-locations */
const edges = new Map([
  ['us1', 'ashburn'],
  ['ie1', 'dublin'],
  ['au1', 'sydney'],
])

/**
 * Region and edge as the helper library takes them: `ie1`, or `frankfurt.ie1` to enter elsewhere. Empty text, not undefined, stands for none, because
 * the library would read the environment of the process. Throws `PortFault` for a region that no host can be made of.
 */
export function placeOf(region: string | null): { region: string; edge: string } {
  if (region === null || region === '') return { region: '', edge: '' }
  const parts = /^(?:([a-z]{2,20})\.)?([a-z]{2}\d{1,2})$/.exec(region.toLowerCase())
  if (!parts?.[2]) throw new PortFault('This is no region of Twilio. Regions are us1, ie1 and au1.', { retryable: false })
  return { region: parts[2], edge: parts[1] ?? edges.get(parts[2]) ?? '' }
}
