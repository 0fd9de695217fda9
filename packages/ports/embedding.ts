/**
 * What turns texts into vectors whose nearness is nearness of meaning, over any languages its model knows. One model for the life of a process: vectors of
 * different names are never compared.
 */
export type Embedder = {
  /** `<host>/<model>` for people, logs and to tell vectors of one model from those of another. */
  readonly name: string
  /** How long its vectors are, where that was chosen beforehand. */
  readonly dimensions?: number
  /**
   * One vector a text, in order, all of one length, finite and not zero, of any norm. Texts may hold anything; what is longer than the model reads is cut.
   * Aborting stops at once. Never tries again by itself. Throws `PortFault`.
   */
  embed(texts: string[], signal: AbortSignal): Promise<Float32Array[]>
}
