/** News for whoever listens at this moment, in any process. Nothing is kept: what must not be lost is read from the database on hearing the news. */
export type FanOut = {
  readonly name: string
  /** Tells all who listen to the topic, in this process before it returns. Never throws: what an engine that is away does not carry is lost. */
  publish(topic: string, message: string): void
  /** Calls back for each message on the topic; the returned function stops it. */
  subscribe(topic: string, hear: (message: string) => void): () => void
  /** Calls back when the engine was away and is there again: what was said meanwhile is not heard. The returned function stops it. */
  onReturn(hear: () => void): () => void
  close(): Promise<void>
}
