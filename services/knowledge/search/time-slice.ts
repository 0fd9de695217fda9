import { setImmediate } from 'node:timers/promises'

/** How long work on the main thread goes on before others have their turn, in milliseconds. */
const longest = 4

/** Work cut into slices: `await` what `breathe` gives now and then, and whoever waits for the thread has it after a few milliseconds. */
export type TimeSlice = { breathe(): Promise<void> | undefined }

/** Starts the first slice. */
export function createTimeSlice(): TimeSlice {
  let begin = performance.now()
  return {
    breathe() {
      if (performance.now() - begin < longest) return undefined
      return setImmediate().then(() => {
        begin = performance.now()
      })
    },
  }
}
