import type { ModelPiece, ModelRequest, ModelUsage } from '@myna/ports/language-model'
import type { ProviderRow } from '#store/present.ts'

const lettersPerToken = 4

/** Tokens of a request whose vendor does not say: a token for four letters, as vendors advise to guess. */
export function guessInput({ messages, tools = [] }: ModelRequest): number {
  const letters = messages.reduce((sum, it) => sum + it.content.length, 0) + (tools.length > 0 ? JSON.stringify(tools).length : 0)
  return Math.ceil(letters / lettersPerToken)
}

/** Tokens of a piece whose vendor does not say. */
export function guessOutput(piece: ModelPiece): number {
  if (piece.type === 'usage') return 0
  return Math.ceil((piece.type === 'text' ? piece.text : JSON.stringify(piece.call.arguments ?? null)).length / lettersPerToken)
}

/** US dollars; prices are for a million tokens, and one that is not known counts nothing. */
export function costOf({ inputTokens, outputTokens }: ModelUsage, row: Pick<ProviderRow, 'input_price' | 'output_price'>): number {
  return (inputTokens * (row.input_price ?? 0) + outputTokens * (row.output_price ?? 0)) / 1_000_000
}
