import { createOpenAI } from '@ai-sdk/openai'
import { promptOf } from '#prompt-of.ts'
import type { Connect } from '#vendor-model.ts'

/** Tokens a model that always thinks may spend on it, beyond those of its answer. */
const thinkingTokens = 2_000

/** OpenAI's own models, over chat completions: the one of its interfaces that keeps nothing of a conversation on its side. */
export const connectOpenAi: Connect = ({ baseUrl, model, key, fetch }) => {
  const provider = createOpenAI({ baseURL: baseUrl ?? 'https://api.openai.com/v1', apiKey: key ?? '', fetch })
  const effort = effortOf(model)
  return {
    vendorModel: provider.chat(model),
    optionsFor: (request) => {
      const options = promptOf(request)
      if (effort === undefined) return options
      return { ...options, reasoning: effort, maxOutputTokens: request.maxTokens + (effort === 'low' ? thinkingTokens : 0) }
    },
  }
}

/** The least a model can think, for a caller waits; models that do not think refuse the parameter. */
function effortOf(model: string): 'none' | 'low' | undefined {
  if (/^o\d/.test(model)) return 'low'
  return /^gpt-5(?!.*chat)/.test(model) ? 'none' : undefined
}
