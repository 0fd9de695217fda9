const opening = '<think>'
const closing = '</think>'

/** Leaves out what some models write before their answer, between `<think>` and `</think>`: thoughts are for nobody's ears. */
export type ThoughtFilter = {
  /** What may be heard of a piece. */
  add(text: string): string
  /** What was held back in case it was the beginning of thoughts, and was not. */
  rest(): string
}

/** A filter for one answer; it holds words back only as long as they may be the opening mark. */
export function createThoughtFilter(): ThoughtFilter {
  let state: 'before' | 'thinking' | 'speaking' = 'before'
  let held = ''
  return {
    add(text) {
      if (state === 'speaking') return text
      held += text
      if (state === 'before') {
        const start = held.trimStart()
        if (!start.startsWith(opening)) {
          if (opening.startsWith(start)) return ''
          state = 'speaking'
          return held
        }
        state = 'thinking'
      }
      const end = held.indexOf(closing)
      if (end < 0) {
        // Only as much as the closing mark may have begun in is kept.
        held = held.slice(-closing.length)
        return ''
      }
      state = 'speaking'
      return held.slice(end + closing.length)
    },
    rest: () => (state === 'before' ? held : ''),
  }
}
