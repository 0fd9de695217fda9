import { PortFault } from '@myna/ports/fault'
import type { Answer, Ask, Speak } from './child/messages.ts'

type Task = { ask: Speak; onSound: (sound: Uint8Array) => void; resolve: () => void; reject: (fault: PortFault) => void }

/** Sent before the first has ended, so that the child never waits for the pipe. */
const ahead = 2
/** No segment takes longer; a child that needs more hangs. */
const segmentMs = 60_000

/** Segments of speech on their way to the child, one after the other. */
export type SegmentQueue = {
  /** Speaks one; once aborted, nothing more is heard and it resolves. Throws `PortFault`. */
  say(segment: Omit<Speak, 'kind' | 'id'>, onSound: (sound: Uint8Array) => void, signal: AbortSignal): Promise<void>
  hear(answer: Answer): void
  /** All that was asked is lost. */
  fail(fault: PortFault): void
}

/** A queue to a child that `tell` reaches and `kill` ends. */
export function createSegmentQueue(tell: (ask: Ask) => void, kill: () => void): SegmentQueue {
  const waiting: Task[] = []
  const speaking = new Map<number, Task>()
  let lastId = 0
  let watch: NodeJS.Timeout | undefined

  const send = () => {
    while (speaking.size < ahead && waiting.length > 0) {
      const task = waiting.shift()!
      speaking.set(task.ask.id, task)
      tell(task.ask)
    }
    clearTimeout(watch)
    if (speaking.size > 0) (watch = setTimeout(kill, segmentMs)).unref()
  }

  return {
    say(segment, onSound, signal) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return resolve()
        const settled = () => signal.removeEventListener('abort', stop)
        const task: Task = {
          ask: { kind: 'speak', id: ++lastId, ...segment },
          onSound,
          resolve: () => (settled(), resolve()),
          reject: (fault) => (settled(), reject(fault)),
        }
        const stop = () => {
          const at = waiting.indexOf(task)
          if (at >= 0) waiting.splice(at, 1)
          else tell({ kind: 'stop', id: task.ask.id })
          task.onSound = () => {}
          task.resolve()
        }
        signal.addEventListener('abort', stop, { once: true })
        waiting.push(task)
        send()
      })
    },
    hear(answer) {
      if (!('id' in answer)) return
      const task = speaking.get(answer.id)
      if (answer.kind === 'sound') return task?.onSound(answer.sound)
      if (!task || (answer.kind !== 'spoken' && answer.kind !== 'failed')) return
      speaking.delete(answer.id)
      if (answer.kind === 'spoken') task.resolve()
      else task.reject(new PortFault(`sherpa-onnx could not speak: ${answer.reason}`, { retryable: false }))
      send()
    },
    fail(fault) {
      clearTimeout(watch)
      const lost = [...speaking.values(), ...waiting.splice(0)]
      speaking.clear()
      for (const task of lost) task.reject(fault)
    },
  }
}
