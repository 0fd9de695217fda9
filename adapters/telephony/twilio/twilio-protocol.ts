import type { CarrierCallStatus, CarrierNews, CarrierProtocol } from '@myna/ports/carrier'
import { openMedia } from '#media-codec.ts'
import { twimlOf } from '#twiml.ts'

/**
 * Connection overrides (https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides): five tries more, the most there are, after whatever failure; two seconds to
 * connect, five for an answer (100–10,000 and 100–15,000 ms are allowed). All tries together end after 15 s, then the fallback address is asked.
 */
const patience = '#rc=5&rp=all&ct=2000&rt=5000'

/** Twilio's words for the states of a call. */
const statuses = new Map<string, CarrierCallStatus>([
  ['queued', 'queued'],
  ['initiated', 'queued'],
  ['ringing', 'ringing'],
  ['in-progress', 'in-progress'],
  ['completed', 'completed'],
  ['busy', 'busy'],
  ['no-answer', 'no-answer'],
  ['failed', 'failed'],
  ['canceled', 'cancelled'],
])
const findings = new Map<string, (CarrierNews & { type: 'machine' })['answeredBy']>([
  ['human', 'person'],
  ['machine_start', 'machine'],
  ['machine_end_beep', 'machine-message-ended'],
  ['machine_end_silence', 'machine-message-ended'],
  ['machine_end_other', 'machine-message-ended'],
  ['fax', 'fax'],
  ['unknown', 'unknown'],
])
const dialled = new Map<string, NonNullable<(CarrierNews & { type: 'step-over' })['dialled']>>([
  ['completed', 'answered'],
  ['answered', 'answered'],
  ['busy', 'busy'],
  ['no-answer', 'no-answer'],
  ['failed', 'failed'],
  ['canceled', 'cancelled'],
])

/** A call's state in the port's words; undefined when Twilio says a word that is none of its own. */
export const statusOf = (word: string): CarrierCallStatus | undefined => statuses.get(word)

/** How Twilio writes and reads: TwiML, webhooks of Programmable Voice, media streams both ways. */
export const twilioProtocol: CarrierProtocol = {
  name: 'twilio',
  signatureHeader: 'x-twilio-signature',
  answer: (steps) => ({ contentType: 'text/xml; charset=utf-8', body: twimlOf(steps) }),
  patient: (url) => `${url.split('#', 1)[0]}${patience}`,
  readNews(kind, form) {
    const carrierCallId = form.CallSid ?? ''
    if (!/^CA[0-9a-f]{32}$/i.test(carrierCallId)) return undefined
    if (kind === 'incoming') {
      const { From: from, To: to, AccountSid: accountId } = form
      return from !== undefined && to !== undefined && accountId !== undefined ? { type: kind, carrierCallId, from, to, accountId } : undefined
    }
    if (kind === 'machine') {
      const answeredBy = findings.get(form.AnsweredBy ?? '')
      return answeredBy && { type: kind, carrierCallId, answeredBy }
    }
    if (kind === 'step-over') return { type: kind, carrierCallId, dialled: dialled.get(form.DialCallStatus ?? '') ?? null }
    const status = statuses.get(form.CallStatus ?? '')
    return (
      status && {
        type: kind,
        carrierCallId,
        status,
        durationSeconds: wholeNumber(form.CallDuration),
        sequence: wholeNumber(form.SequenceNumber),
        at: dateOf(form.Timestamp),
        errorCode: form.ErrorCode || null,
      }
    )
  },
  openMedia,
}

const wholeNumber = (text: string | undefined): number | null => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null)

/** RFC 2822, as Twilio writes times. */
function dateOf(text: string | undefined): Date | null {
  const at = new Date(text ?? '')
  return Number.isNaN(at.getTime()) ? null : at
}
