import { createGoogle } from '@ai-sdk/google'
import { promptOf } from '#prompt-of.ts'
import type { Connect } from '#vendor-model.ts'

/** Tokens a model that always thinks may spend on it, beyond those of its answer. */
const thinkingTokens = 1_000

/** Google's Gemini models, over `streamGenerateContent`. Thinking is kept to the least a model allows, for a caller waits. */
export const connectGemini: Connect = ({ baseUrl, model, key, fetch }) => {
  const provider = createGoogle({ baseURL: baseUrl ?? 'https://generativelanguage.googleapis.com/v1beta', apiKey: key ?? '', fetch })
  const thinks = /gemini-(?:2\.5|[3-9])/.test(model)
  const alwaysThinks = /gemini-(?:2\.5-pro|[3-9])/.test(model)
  return {
    vendorModel: provider.chat(model),
    optionsFor: (request) => {
      const options = promptOf(request, { beginsWithUser: true })
      return thinks ? { ...options, reasoning: 'none', maxOutputTokens: request.maxTokens + (alwaysThinks ? thinkingTokens : 0) } : options
    },
  }
}
