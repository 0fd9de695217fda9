import { createAnthropic } from '@ai-sdk/anthropic'
import { promptOf } from '#prompt-of.ts'
import type { Connect } from '#vendor-model.ts'

/** Anthropic's models, over its messages interface. Tool arguments are asked for whole: in pieces they may be no JSON at all. */
export const connectAnthropic: Connect = ({ baseUrl, model, key, fetch }) => {
  const provider = createAnthropic({ baseURL: baseUrl ?? 'https://api.anthropic.com/v1', apiKey: key ?? '', fetch })
  return {
    vendorModel: provider.messages(model),
    optionsFor: (request) => ({ ...promptOf(request, { beginsWithUser: true }), providerOptions: { anthropic: { toolStreaming: false } } }),
  }
}
