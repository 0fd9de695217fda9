/** A JSON Schema of an object, as models and tools describe their parameters. */
export type ParameterSchema = { type: 'object'; properties?: Record<string, unknown>; required?: string[]; [more: string]: unknown }

/** A tool a model may ask for. */
export type ModelTool = { name: string; description: string; parameters: ParameterSchema }
/** A model's wish to use a tool; `arguments` is whatever the model wrote, checked by nobody yet. */
export type ModelToolCall = { callId: string; name: string; arguments: unknown }

export type ModelMessage =
  | { role: 'system' | 'user'; content: string }
  | { role: 'assistant'; content: string; calls?: ModelToolCall[] }
  | { role: 'tool'; callId: string; name: string; content: string }

export type ModelUsage = { inputTokens: number; outputTokens: number }

export type ModelRequest = { messages: ModelMessage[]; tools?: ModelTool[]; maxTokens: number; temperature: number }

/** What comes from a model: words, wishes for tools, and last what it cost, if the vendor says so. */
export type ModelPiece = { type: 'text'; text: string } | { type: 'call'; call: ModelToolCall } | { type: 'usage'; usage: ModelUsage }

/** What any language model must give, for one connection (address, key and model). */
export type LanguageModel = {
  /** `<provider>/<model>` for people and logs. */
  readonly name: string
  /** Pieces as they come; ends after a whole answer, throws `PortFault` when it breaks off or fails. Aborting stops at once. Never tries again by itself. */
  write(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelPiece>
}

/** Vendors a model can come from; all but the last have an address of their own. */
export type ModelVendor = 'openai' | 'anthropic' | 'gemini' | 'openai-compatible'

/** Makes a language model from what an organisation has configured. `baseUrl` null means the vendor's own address. */
export type LanguageModelMaker = (settings: {
  kind: ModelVendor
  name: string
  baseUrl: string | null
  model: string
  key: string | undefined
}) => LanguageModel
