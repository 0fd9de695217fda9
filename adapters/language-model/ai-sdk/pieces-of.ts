import { PortFault } from '@myna/ports/fault'
import type { ModelPiece, ModelRequest, ModelToolCall } from '@myna/ports/language-model'
import { createThoughtFilter } from '#thoughts.ts'
import type { VendorPart } from '#vendor-model.ts'

/** No language is written with more letters a token; beyond it a server does not keep to what was asked. */
const lettersPerToken = 64

/**
 * Words of an answer as they come, and at its end the wishes for tools (one that broke off is no wish) and what it cost. Throws what the vendor reports, and a `PortFault` when the answer
 * breaks off, holds a wish that cannot be read, or does not end.
 */
export async function* piecesOf(stream: ReadableStream<VendorPart>, { maxTokens }: ModelRequest): AsyncGenerator<ModelPiece> {
  const thoughts = createThoughtFilter()
  let letters = 0
  const calls: ModelToolCall[] = []
  let finish: Extract<VendorPart, { type: 'finish' }> | undefined
  for await (const part of stream) {
    if (part.type === 'text-delta' && part.delta !== '') {
      letters += part.delta.length
      if (letters > maxTokens * lettersPerToken) throw new PortFault('The language model wrote far more than it was asked for.', { retryable: false })
      const text = thoughts.add(part.delta)
      if (text !== '') yield { type: 'text', text }
    } else if (part.type === 'tool-call') calls.push(callOf(part))
    else if (part.type === 'error') throw part.error
    else if (part.type === 'finish') finish = part
  }
  checkFinish(finish)
  const rest = thoughts.rest()
  if (rest !== '') yield { type: 'text', text: rest }
  for (const call of calls) yield { type: 'call', call }
  const { inputTokens, outputTokens } = finish.usage
  if (inputTokens.total !== undefined || outputTokens.total !== undefined)
    yield { type: 'usage', usage: { inputTokens: tokensOf(inputTokens.total), outputTokens: tokensOf(outputTokens.total) } }
}

function callOf({ toolCallId, toolName, input }: Extract<VendorPart, { type: 'tool-call' }>): ModelToolCall {
  try {
    const given: unknown = input.trim() === '' ? {} : JSON.parse(input)
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) return { callId: toolCallId, name: toolName, arguments: given }
  } catch {
    // Said below, without the words of the model.
  }
  throw new PortFault('The language model asked for a tool with arguments that cannot be read.', { retryable: true })
}

function checkFinish(finish: Extract<VendorPart, { type: 'finish' }> | undefined): asserts finish {
  const { unified, raw } = finish?.finishReason ?? { unified: 'interrupted', raw: undefined }
  if (unified === 'content-filter') throw new PortFault("The vendor's safety filter stopped the answer.", { retryable: false, status: 422 })
  if (unified === 'interrupted' || unified === 'error' || (unified === 'other' && raw === undefined))
    throw new PortFault('The language model broke off in the middle of its answer.', { retryable: true })
}

/** A server may write anything where a number belongs. */
const tokensOf = (count: number | undefined) => (count !== undefined && Number.isFinite(count) && count > 0 ? Math.min(Math.round(count), 1e9) : 0)
