import { streamWords } from '../../adapters/language-model/ai-sdk/test/stream-text.ts'
import { dispatch } from '../../services/brain/dispatch/dispatch.ts'
import type { ProviderRow } from '../../services/brain/store/present.ts'
import type { Context } from '../../services/brain/context.ts'
import type { PlayedModel } from './played-model.ts'

/** Asks once and answers with the milliseconds to the first word; the whole answer is read, so that the connection is used again. */
export type FirstWord = () => Promise<number>

const system = 'Be brief.'
const prompt = 'How much is a haircut, and how long does it take?'
const request: Parameters<typeof dispatch>[0] = {
  messages: [
    { role: 'system', content: system },
    { role: 'user', content: prompt },
  ],
  maxTokens: 50,
  temperature: 0.2,
}

async function firstOf(words: AsyncIterable<unknown>, started: number): Promise<number> {
  let firstMs = Number.NaN
  for await (const _ of words) if (Number.isNaN(firstMs)) firstMs = performance.now() - started
  if (Number.isNaN(firstMs)) throw new Error('nothing was said')
  return firstMs
}

/** Through dispatch: budget, circuit, patience, usage, adapter and guard included. */
export const throughDispatch = (providers: readonly ProviderRow[], context: Context): FirstWord => {
  return () => firstOf(dispatch(request, { providers, purpose: 'reply', deadlineMs: 20_000, firstPieceMs: 2_500 }, context), performance.now())
}

/** The AI SDK alone. */
export const throughSdk = ({ baseUrl, key, model }: PlayedModel): FirstWord => {
  return () => firstOf(streamWords({ baseUrl, key, model, system, prompt, signal: new AbortController().signal }), performance.now())
}

/** A `fetch` and as little reading of the stream as gives words: the least anybody can pay. */
export const throughFetch = (it: PlayedModel): FirstWord => {
  return () => firstOf(fetchWords(it), performance.now())
}

async function* fetchWords({ baseUrl, key, model }: PlayedModel): AsyncGenerator<string> {
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model, messages: request.messages, max_tokens: 50, temperature: 0.2, stream: true }),
  })
  let held = ''
  for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
    held += text
    const lines = held.split('\n')
    held = lines.pop()!
    for (const line of lines) {
      if (!line.startsWith('data: ') || line === 'data: [DONE]') continue
      const { choices } = JSON.parse(line.slice(6)) as { choices: { delta: { content?: string } }[] }
      const content = choices[0]?.delta.content
      if (content) yield content
    }
  }
}
