import { createTimes, type TimesOf } from '#times.ts'

/** Notes how long one request to an operation took and how it ended. */
export type NoteTime = (status: number, seconds: number) => void

/** How long requests take, by operation and status. */
export function createRequestTimes() {
  const times = createTimes('myna_request_seconds', 'Time to answer an API request.')
  return {
    /** The note-taker of one operation. */
    of(service: string, operation: string): NoteTime {
      const byStatus = new Map<number, TimesOf>()
      return (status, seconds) => {
        let note = byStatus.get(status)
        if (!note) byStatus.set(status, (note = times.open({ service, operation, status: String(status) })))
        note(seconds)
      }
    },
    text: () => times.text(),
  }
}
