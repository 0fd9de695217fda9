import type { Provider } from '#api/shapes.ts'

type Vendor = { kind: Provider['kind']; ownAddress: boolean; needsKey: boolean; example: string }

/** What each vendor needs to be told; `example` shows how it writes the names of its models. */
export const vendors: readonly Vendor[] = [
  { kind: 'openai', ownAddress: true, needsKey: true, example: 'gpt-4o-mini' },
  { kind: 'anthropic', ownAddress: true, needsKey: true, example: 'claude-haiku-4-5' },
  { kind: 'gemini', ownAddress: true, needsKey: true, example: 'gemini-2.5-flash' },
  { kind: 'openai-compatible', ownAddress: false, needsKey: false, example: 'llama-3.1-8b-instruct' },
]
