/** 20 ms, the time of one frame of sound. */
export const frameMs = 20

/** Time of the played network: frames of 20 ms, `pace` times as fast as real ones. One timer serves all calls and rests when nobody waits. */
export type EmulatedClock = {
  /** Milliseconds of played time since the clock was made. */
  now(): number
  /** Calls back with every frame; gives what ends that. Frames that a busy process missed are made up for. */
  onFrame(heard: () => void): () => void
  /** Ends after so much played time, or at once when aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
  close(): void
}

/** See `EmulatedClock`. */
export function createEmulatedClock(pace: number): EmulatedClock {
  const began = performance.now()
  const listeners = new Set<() => void>()
  let timer: NodeJS.Timeout | undefined
  let frame = 0
  let isClosed = false

  const dueFrame = () => Math.floor(((performance.now() - began) * pace) / frameMs)
  const tick = () => {
    timer = undefined
    for (const due = dueFrame(); frame < due && listeners.size > 0; ) {
      frame++
      for (const listener of listeners) listener()
    }
    plan()
  }
  const plan = () => {
    if (timer !== undefined || isClosed || listeners.size === 0) return
    const nextAt = began + ((frame + 1) * frameMs) / pace
    timer = setTimeout(tick, Math.max(0, nextAt - performance.now()))
  }
  const onFrame = (heard: () => void) => {
    if (listeners.size === 0) frame = Math.max(frame, dueFrame())
    listeners.add(heard)
    plan()
    return () => void listeners.delete(heard)
  }
  const now = () => Math.max(frame, listeners.size === 0 ? dueFrame() : 0) * frameMs

  return {
    now,
    onFrame,
    async wait(ms, signal) {
      if (signal?.aborted || isClosed) return
      await new Promise<void>((done) => {
        const end = now() + ms
        const finish = () => {
          stop()
          signal?.removeEventListener('abort', finish)
          done()
        }
        const stop = onFrame(() => {
          if (frame * frameMs >= end) finish()
        })
        signal?.addEventListener('abort', finish)
      })
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      listeners.clear()
    },
  }
}
