import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { streamText } from 'ai'

/** The AI SDK as its guide shows it, with nothing of ours around it: what others pay for the same first word. */
export function streamWords(it: { baseUrl: string; key: string; model: string; system: string; prompt: string; signal: AbortSignal }): AsyncIterable<string> {
  const provider = createOpenAICompatible({ name: 'peer', baseURL: it.baseUrl, apiKey: it.key })
  const { baseUrl: _, key: __, model, system, prompt, signal } = it
  return streamText({
    model: provider.chatModel(model),
    instructions: system,
    prompt,
    maxOutputTokens: 50,
    temperature: 0.2,
    maxRetries: 0,
    abortSignal: signal,
  }).textStream
}
