import { PortFault } from '@myna/ports/fault'

/** What may stand before the sound in an answer, in characters. */
const mostBefore = 100_000

/**
 * The sound in `{"audioContent": "<base64>"}`, decoded as it comes, so that it is heard before it is whole. JSON may write `/`, `+` and `=` with a backslash. Throws
 * `PortFault` where there is none.
 */
export async function* audioContent(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const text = new TextDecoder('latin1')
  let held = ''
  let state: 'before' | 'within' | 'after' = 'before'
  for await (const piece of body) {
    if (state === 'after') continue
    held += text.decode(piece, { stream: true })
    if (state === 'before') {
      const start = /"audioContent"\s*:\s*"/.exec(held)
      if (!start) {
        if (held.length > mostBefore) throw noSound()
        continue
      }
      held = held.slice(start.index + start[0].length)
      state = 'within'
    }
    const end = held.indexOf('"')
    if (end >= 0) state = 'after'
    // A backslash may have its other half in the next piece; four characters are three bytes.
    const escape = held.slice(-5).indexOf('\\')
    const until = end >= 0 ? end : escape >= 0 ? Math.max(0, held.length - 5) + escape : held.length
    const ready = plain(held.slice(0, until))
    const whole = end >= 0 ? ready.length : ready.length - (ready.length % 4)
    held = ready.slice(whole) + held.slice(until)
    if (whole > 0) yield Buffer.from(ready.slice(0, whole), 'base64')
  }
  if (state === 'before') throw noSound()
  if (state === 'within') throw new PortFault('Google could not be reached, or broke off.', { retryable: true })
}

/** The three characters of base64 that JSON writers like to escape. */
function plain(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\u00(2b|2f|3d)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replaceAll('\\/', '/')
    : text
}

function noSound(): PortFault {
  return new PortFault('Google answered no sound.', { retryable: true })
}
