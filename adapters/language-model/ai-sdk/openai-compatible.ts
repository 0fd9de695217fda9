import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { PortFault } from '@myna/ports/fault'
import type { LanguageModelMaker } from '@myna/ports/language-model'
import { APICallError, streamText } from 'ai'

/**
 * Makes models of any server that speaks OpenAI's chat completions, streamed. Addresses are chosen by tenants, so `fetch` must be one
 * that refuses private addresses on every hop; redirects are not followed when it does not follow them. Nothing is tried again here:
 * a caller is waiting, and who calls decides.
 */
export function createOpenAiCompatible({ fetch }: { fetch: typeof globalThis.fetch }): LanguageModelMaker {
  return ({ name, baseUrl, model, key }) => {
    const provider = createOpenAICompatible({
      name: 'openai-compatible',
      baseURL: baseUrl.replace(/\/+$/, ''),
      fetch,
      ...(key === undefined ? {} : { apiKey: key }),
    })
    return {
      name: `${name}/${model}`,
      async *write({ messages, maxTokens, temperature }, signal) {
        signal.throwIfAborted()
        const system = messages
          .filter((it) => it.role === 'system')
          .map((it) => it.content)
          .join('\n\n')
        const { fullStream } = streamText({
          model: provider.chatModel(model),
          messages: messages.flatMap((it) => (it.role === 'system' ? [] : [{ role: it.role, content: it.content }])),
          maxOutputTokens: maxTokens,
          temperature,
          abortSignal: signal,
          maxRetries: 0,
          onError: () => undefined,
          ...(system === '' ? {} : { system }),
        })
        let finished = false
        try {
          for await (const part of fullStream) {
            if (part.type === 'text-delta') yield part.text
            else if (part.type === 'error') throw part.error
            else if (part.type === 'abort') signal.throwIfAborted()
            else if (part.type === 'finish') finished = part.finishReason !== 'error' && (part.finishReason !== 'other' || part.rawFinishReason !== undefined)
          }
        } catch (error) {
          signal.throwIfAborted()
          throw faultOf(error)
        }
        signal.throwIfAborted()
        if (!finished) throw new PortFault('The language model broke off in the middle of its answer.', { retryable: true })
      },
    }
  }
}

/** What went wrong, in words an admin can act on; never holds a key or the prompt. */
function faultOf(error: unknown): PortFault {
  if (error instanceof PortFault) return error
  if (!APICallError.isInstance(error))
    return new PortFault('The language model could not be reached, or answered something that is no answer.', { retryable: true, cause: error })
  const { statusCode: status } = error
  if (status === undefined || status < 400)
    return new PortFault('The language model could not be reached, or answered something that is no answer.', { retryable: true, cause: error })
  const options = { status, cause: error }
  if (status === 401 || status === 403)
    return new PortFault('The language model refused the key. Check the key of this provider.', { ...options, retryable: false })
  if (status === 404) return new PortFault('The language model does not know this model or address. Check both.', { ...options, retryable: false })
  if (status === 429) return new PortFault('The language model says too many requests, or the account has no credit left.', { ...options, retryable: true })
  if (status >= 500) return new PortFault(`The language model has a failure of its own (status ${status}).`, { ...options, retryable: true })
  return new PortFault(`The language model refused the request (status ${status}).`, { ...options, retryable: false })
}
