/** Wakes one waiting loop; a ring while nobody waits is kept for the next wait. */
export type Bell = { ring(): void /** Resolves on a ring or after `ms`. */; wait(ms: number): Promise<void> }

/** A bell that has not rung. */
export function createBell(): Bell {
  let rung = false
  let wake = () => {}
  return {
    ring() {
      rung = true
      wake()
    },
    async wait(ms) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        wake = () => {}
      }
      rung = false
    },
  }
}
