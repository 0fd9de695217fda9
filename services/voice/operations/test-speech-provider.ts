import type { RecognitionEngine } from '@myna/ports/recognition'
import type { SpeechEngine, SpeechLanguage } from '@myna/ports/speech'
import type { Context, Handle } from '#context.ts'
import { deskOf, recognitionOf, speechOf } from '#dispatch/desk.ts'
import { late, troubleOf } from '#dispatch/trouble.ts'
import { hearWord, type SaidWord, sayWord } from '#dispatch/try-out.ts'
import type { SpeechProviderRow } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

const patienceMs = 20_000

type Proof = { works: boolean; sentence: string; languages: SpeechLanguage[] }

/** Lets a vendor of speech say one word and hear it, and says how that went; one that rests is asked too, and no longer rests when it works. */
export const testSpeechProvider: Handle<'testSpeechProvider'> = async ({ providerId }, context) => {
  const { caller, clock, db, tenantId } = context
  const row = await db.inTenant(caller, (tx) => createProviderQueries(tx, tenantId).get(providerId))
  const started = performance.now()
  const proof = await proofOf(row, context)
  const tookMs = performance.now() - started
  const error = proof.works ? null : { sentence: proof.sentence, at: clock.now() }
  await db.inTenant(caller, (tx) => createProviderQueries(tx, tenantId).setError(row, error))
  if (proof.works) deskOf(context).recovered(row)
  return { ...proof, tookMs }
}

async function proofOf(row: SpeechProviderRow, context: Context): Promise<Proof> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), patienceMs)
  const signal = AbortSignal.any([context.signal, patience.signal])
  // What was kept of a vendor may be older than what an admin has just set right there.
  const mouth = row.speaks ? speechOf(row, context) : undefined
  const ears = row.listens ? recognitionOf(row, context) : undefined
  const sentenceOf = (error: unknown) => {
    context.signal.throwIfAborted()
    return patience.signal.aborted ? late.sentence : troubleOf(error).sentence
  }
  try {
    return await tried(row.name, mouth, ears, signal, sentenceOf)
  } finally {
    clearTimeout(timer)
    await Promise.all([mouth?.close(), ears?.close()])
  }
}

async function tried(
  name: string,
  mouth: SpeechEngine | undefined,
  ears: RecognitionEngine | undefined,
  signal: AbortSignal,
  sentenceOf: (error: unknown) => string,
): Promise<Proof> {
  if (!mouth && !ears) return { works: false, sentence: 'This provider is to do nothing: let it speak, listen, or both.', languages: [] }
  let said: SaidWord | undefined
  try {
    said = mouth && (await sayWord(mouth, signal))
  } catch (error) {
    return { works: false, sentence: sentenceOf(error), languages: [] }
  }
  const spoken = said ? `${name} said "${said.word}" with the voice ${said.voice}` : undefined
  if (!ears) return { works: true, sentence: `${spoken}.`, languages: said?.languages ?? [] }
  try {
    const heard = await hearWord(ears, said, signal)
    const languages = [...new Set([...(said?.languages ?? []), ...ears.languages])]
    const listened = heard ? `understood "${heard.slice(0, 80)}"` : 'opened its ears'
    return { works: true, sentence: spoken ? `${spoken}, and ${listened}.` : `${name} ${listened}.`, languages }
  } catch (error) {
    const sentence = sentenceOf(error)
    return { works: false, sentence: spoken ? `${spoken}, but does not listen: ${sentence}` : sentence, languages: said?.languages ?? [] }
  }
}
