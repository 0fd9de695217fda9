/** Who listens to which topic in this process. */
export type Topics = {
  /** Calls back everyone who listens to the topic; one that throws is a warning of the process and keeps the news from nobody else. */
  say(topic: string, message: string): void
  subscribe(topic: string, hear: (message: string) => void): () => void
}

/** Makes an empty list of listeners: what a fan-out does within one process, whatever carries its news to others. */
export function createTopics(): Topics {
  // Each change makes a new list: whoever hears may stop listening or begin to while news is told.
  const listeners = new Map<string, readonly { hear(message: string): void; stopped: boolean }[]>()
  return {
    say(topic, message) {
      for (const it of listeners.get(topic) ?? []) {
        if (it.stopped) continue
        try {
          it.hear(message)
        } catch (error) {
          process.emitWarning(error instanceof Error ? error : String(error))
        }
      }
    },
    subscribe(topic, hear) {
      const mine = { hear, stopped: false }
      listeners.set(topic, [...(listeners.get(topic) ?? []), mine])
      return () => {
        mine.stopped = true
        const others = (listeners.get(topic) ?? []).filter((it) => it !== mine)
        if (others.length > 0) listeners.set(topic, others)
        else listeners.delete(topic)
      }
    },
  }
}
