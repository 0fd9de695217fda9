import { fullMoment, moment } from '#words/figures.ts'

/** A moment as short as a list needs it; in full on hover. */
export function When({ at }: { at: string }) {
  return (
    <time dateTime={at} title={fullMoment(at)} className="text-ink-2">
      {moment(at)}
    </time>
  )
}
