import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { promptOf } from '#prompt-of.ts'
import type { Connect } from '#vendor-model.ts'

/** Any server that speaks OpenAI's chat completions: vLLM, Ollama, llama.cpp, LM Studio, a gateway. It may want no key. */
export const connectOpenAiCompatible: Connect = ({ baseUrl, model, key, fetch }) => {
  const provider = createOpenAICompatible({ name: 'openai-compatible', baseURL: baseUrl ?? '', includeUsage: true, fetch, ...(key ? { apiKey: key } : {}) })
  return { vendorModel: provider.chatModel(model), optionsFor: (request) => promptOf(request) }
}
