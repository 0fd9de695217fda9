import { frameMs } from '@myna/sound/frames'

/** What turns with the wheel, once a frame; `now` in `performance.now()` time. */
export type Turning = { turn(now: number): void }

/** The members are spread over so many moments of a frame, so that they do not all wake at once. */
const spokes = 4
const spokeMs = frameMs / spokes
/** After a stall longer than this the wheel goes on from now instead of turning for every frame that was missed. */
const longestStallMs = 200

export type Wheel = ReturnType<typeof createWheel>

/**
 * One clock for the sound of all calls of a process: a single timer, corrected for drift, however many turn with it. Stands still while it is empty.
 */
export function createWheel() {
  const members: Set<Turning>[] = Array.from({ length: spokes }, () => new Set())
  let size = 0
  let at = 0
  let dueAt = 0
  let timer: NodeJS.Timeout | undefined
  let late = 0

  function turn(): void {
    let now = performance.now()
    if (now - dueAt > frameMs) late += Math.floor((now - dueAt) / frameMs) * size
    if (now - dueAt > longestStallMs) dueAt = now
    while (dueAt <= now) {
      for (const member of members[at]!) member.turn(now)
      at = (at + 1) % spokes
      dueAt += spokeMs
      now = performance.now()
    }
    timer = size === 0 ? undefined : setTimeout(turn, Math.max(1, dueAt - now))
  }

  return {
    get size(): number {
      return size
    },
    /** Frames that left more than a frame late so far, of all members. */
    get late(): number {
      return late
    },
    join(member: Turning): void {
      if (members.some((it) => it.has(member))) return
      members.reduce((least, it) => (it.size < least.size ? it : least)).add(member)
      size++
      if (timer !== undefined) return
      dueAt = performance.now() + spokeMs
      timer = setTimeout(turn, spokeMs)
    },
    leave(member: Turning): void {
      for (const spoke of members) if (spoke.delete(member)) size--
    },
  }
}
