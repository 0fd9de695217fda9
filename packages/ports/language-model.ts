export type ModelMessage = { role: 'system' | 'user' | 'assistant'; content: string }
export type ModelUsage = { inputTokens: number; outputTokens: number }

/** What any language model must give, for one connection (address, key and model). */
export type LanguageModel = {
  /** `<provider>/<model>` for people and logs. */
  readonly name: string
  /** Words as they come. Aborting stops at once. Throws `PortFault`. */
  write(request: { messages: ModelMessage[]; maxTokens: number; temperature: number }, signal: AbortSignal): AsyncIterable<string>
}

/** Makes a language model from what an organisation has configured. */
export type LanguageModelMaker = (settings: {
  kind: 'openai-compatible'
  name: string
  baseUrl: string
  model: string
  key: string | undefined
}) => LanguageModel
