import { z } from 'zod'
import { operation } from './operation.ts'

const country = z.string().regex(/^[A-Z]{2}$/, 'Use the two-letter code of a country, such as IN.')

/** Whether a caller is told of a recording or asked for it. */
export const RecordingConsent = z.enum(['announce', 'ask', 'never']).describe('`announce`: said at the beginning; `ask`: nothing is kept before a yes.')
export type RecordingConsent = z.infer<typeof RecordingConsent>

const fields = {
  callsAtOnce: z.number().int().min(0).max(10_000).describe('Telephone calls at the same time.'),
  minutesADay: z.number().int().min(0).max(1_000_000).describe('Minutes of telephone calls in a day (UTC); those under way are ended when it is reached.'),
  countries: z.array(country).max(250).describe('Countries that may be called.'),
  recordingConsent: RecordingConsent,
  consentByCountry: z.record(country, RecordingConsent).describe('Where the number of the other side is of this country, this holds instead.'),
  keepRecordingsDays: z.number().int().min(1).max(3650).nullable().describe('Recordings older than this are deleted; null: kept until a person deletes them.'),
  keepTranscriptsDays: z.number().int().min(1).max(3650).nullable(),
}

export const CallSettings = z.object(fields).meta({ id: 'CallSettings', description: 'What an organisation allows on its telephone lines.' })
export type CallSettings = z.infer<typeof CallSettings>

/** Limits and rules of an organisation's telephone lines. */
export const callSettings = {
  getCallSettings: operation({
    http: 'GET /calls/settings',
    summary: 'Read limits and recording rules',
    access: 'calls:read',
    input: z.object({}),
    output: z.object({ settings: CallSettings, today: z.object({ minutes: z.number(), callsNow: z.number().int() }) }),
  }),
  updateCallSettings: operation({
    http: 'PATCH /calls/settings',
    summary: 'Change limits and recording rules',
    access: 'calls:configure',
    input: z.object({ settings: z.object(fields).partial() }),
    output: z.object({ settings: CallSettings }),
  }),
}
