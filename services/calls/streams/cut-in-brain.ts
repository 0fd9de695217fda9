import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '@myna/kernel'
import type { Context } from '#context.ts'

/** How often, and after how long, the brain is asked to cut a turn that it may still be keeping. */
const attempts = 4
const againMs = 100

/** Leaves only what was heard in the memory of the brain too, which may still be keeping its turn when it runs in another process. Null is no turn of the brain's. Never rejects. */
export async function cutInBrain({ call, log }: Context, { turnId, ...it }: { conversationId: string; turnId: string | null; heard: string }): Promise<void> {
  if (turnId === null) return
  for (let attempt = 1; ; attempt++) {
    try {
      await call.brain.cutTurn({ ...it, turnId })
      return
    } catch (error) {
      if (attempt === attempts || !(error instanceof Fault && error.code === 'brain.conversation_not_found'))
        return log.warn({ err: error }, 'the brain could not be told what was heard')
      await sleep(againMs)
    }
  }
}
