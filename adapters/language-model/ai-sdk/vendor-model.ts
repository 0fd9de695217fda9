import type { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import type { ModelRequest } from '@myna/ports/language-model'

/** A model as every package of the AI SDK gives it. */
export type VendorModel = ReturnType<ReturnType<typeof createOpenAICompatible>['chatModel']>
/** What such a model is asked. */
export type VendorOptions = Parameters<VendorModel['doStream']>[0]
/** What comes from it. */
export type VendorPart = Awaited<ReturnType<VendorModel['doStream']>>['stream'] extends ReadableStream<infer Part> ? Part : never

/** Opens a connection to one model; `baseUrl` has no slash at its end, null is the vendor's own. */
export type Connect = (settings: { baseUrl: string | null; model: string; key: string | undefined; fetch: typeof globalThis.fetch }) => {
  vendorModel: Pick<VendorModel, 'doStream'>
  optionsFor(request: ModelRequest): VendorOptions
}
