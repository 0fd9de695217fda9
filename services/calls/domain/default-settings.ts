import type { CallSettings, RecordingConsent } from '@myna/contracts/calls-settings'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** What an organisation starts from: its own country and those of its numbers may be called, and callers are told that they are recorded. */
export function defaultSettings(countries: string[]): CallSettings {
  return {
    callsAtOnce: 20,
    minutesADay: 1_000,
    countries,
    recordingConsent: 'announce',
    consentByCountry: {},
    keepRecordingsDays: 90,
    keepTranscriptsDays: null,
  }
}

/** The country of an E.164 number, by the numbering plan; undefined for one of none, such as a satellite's. */
export function countryOf(number: string): string | undefined {
  return parsePhoneNumberFromString(number)?.country
}

/** What the other side of a call is told or asked about recording; undefined when nothing is recorded. */
export function consentFor(settings: CallSettings, otherNumber: string | null, records: boolean): Exclude<RecordingConsent, 'never'> | undefined {
  const country = otherNumber === null ? undefined : countryOf(otherNumber)
  const rule = (country === undefined ? undefined : settings.consentByCountry[country]) ?? settings.recordingConsent
  return records && rule !== 'never' ? rule : undefined
}
