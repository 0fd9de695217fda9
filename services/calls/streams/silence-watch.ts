import type { CallPolicy } from '@myna/contracts/call-policy'

/** Follows how long nobody has said anything, asks whether somebody is there, and gives up in the end. */
export function createSilenceWatch(it: { policy(): CallPolicy; ask(): void; giveUp(): void }) {
  let asked = 0
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const watch = () => {
    clearTimeout(timer)
    const { silencePromptAfterMs, silencePrompts } = it.policy()
    if (closed || silencePrompts === 0) return
    timer = setTimeout(() => {
      if (asked >= silencePrompts) return it.giveUp()
      asked++
      it.ask()
    }, silencePromptAfterMs)
  }
  return {
    /** The caller said or typed something. */
    callerLives(): void {
      asked = 0
      watch()
    },
    /** The agent has finished speaking, and it is the caller's turn. */
    watch,
    /** Somebody speaks or thinks: no silence now. */
    rest: () => clearTimeout(timer),
    close(): void {
      closed = true
      clearTimeout(timer)
    },
  }
}
