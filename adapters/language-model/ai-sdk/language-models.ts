import { PortFault } from '@myna/ports/fault'
import type { LanguageModelMaker, ModelVendor } from '@myna/ports/language-model'
import { boundFetch } from '#bound-fetch.ts'
import { faultOf } from '#fault-of.ts'
import { piecesOf } from '#pieces-of.ts'
import type { Connect } from '#vendor-model.ts'

type Opened = { connect: Connect; keyNeeded: boolean; addressNeeded: boolean }

/** Each vendor's SDK is loaded when the first model of it is made: an organisation pays memory only for what it uses. */
const vendors: Record<ModelVendor, () => Promise<Opened>> = {
  openai: async () => ({ connect: (await import('#openai.ts')).connectOpenAi, keyNeeded: true, addressNeeded: false }),
  anthropic: async () => ({ connect: (await import('#anthropic.ts')).connectAnthropic, keyNeeded: true, addressNeeded: false }),
  gemini: async () => ({ connect: (await import('#gemini.ts')).connectGemini, keyNeeded: true, addressNeeded: false }),
  'openai-compatible': async () => ({ connect: (await import('#openai-compatible.ts')).connectOpenAiCompatible, keyNeeded: false, addressNeeded: true }),
}

/** More than any answer that is asked for here: a server that sends more is let go. */
const maxAnswerBytes = 8_000_000

/**
 * Makes models of every vendor, streamed. Addresses are chosen by tenants, so `fetch` must be one that refuses private addresses on
 * every hop; redirects are not followed when it does not follow them. Nothing is tried again here: a caller is waiting, and who calls
 * decides. Keys and addresses come from `settings` alone, never from the environment of the process.
 */
export function createLanguageModels({ fetch }: { fetch: typeof globalThis.fetch }): LanguageModelMaker {
  const bounded = boundFetch(fetch, maxAnswerBytes)
  return ({ kind, name, baseUrl, model, key: given }) => {
    const key = given?.trim()
    const opening = vendors[kind]()
    opening.catch(() => undefined)
    return {
      name: `${name}/${model}`,
      async *write(request, signal) {
        signal.throwIfAborted()
        try {
          const { connect, keyNeeded, addressNeeded } = await opening
          if (keyNeeded && !key) throw new PortFault('This vendor needs a key. Add the key of this provider.', { retryable: false, status: 401 })
          if (key !== undefined && /[^!-~]/.test(key))
            throw new PortFault('The key of this provider holds characters that no key has. Enter it again.', { retryable: false, status: 401 })
          if (addressNeeded && !baseUrl) throw new PortFault('This server needs its address. Add the address of this provider.', { retryable: false })
          const { vendorModel, optionsFor } = connect({ baseUrl: baseUrl?.replace(/\/+$/, '') ?? null, model, key, fetch: bounded })
          const { stream } = await vendorModel.doStream({ ...optionsFor(request), abortSignal: signal })
          yield* piecesOf(stream, request)
        } catch (error) {
          signal.throwIfAborted()
          throw faultOf(error)
        }
        signal.throwIfAborted()
      },
    }
  }
}
