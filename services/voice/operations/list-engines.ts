import type { SpeechEngine } from '@myna/contracts/voice'
import type { z } from 'zod'
import type { Handle } from '#context.ts'
import { type Candidate, type Desk, deskOf } from '#dispatch/desk.ts'
import { tellingUnheard } from '#domain/unheard.ts'

/** An engine that does not say by then what it can do is listed as one that cannot. */
const patienceMs = 4_000

type Listed = z.infer<typeof SpeechEngine>
type Engine = { available(): Promise<{ available: boolean; sentence: string }> }

/** Lists the engines of an organisation in the order they are tried: its vendors, then this machine's. */
export const listEngines: Handle<'listEngines'> = async (_input, context) => {
  const desk = deskOf(context)
  const [speakers, listeners] = await Promise.all([desk.speakersOf(context), desk.listenersOf(context)])
  const speech = speakers.map(async (it): Promise<Listed> => {
    const said = await saidBy(it, desk)
    const languages = await inTime(it.engine.voices(), [])
    return { name: it.name, kind: 'speech', languages: [...new Set(languages.map((voice) => voice.language))], ...said }
  })
  const recognition = listeners.map(async (it): Promise<Listed> => {
    const said = await saidBy(it, desk)
    // Who takes no dictation is no reason to believe that callers are understood.
    return { name: it.name, kind: 'recognition', languages: it.isGrammar ? [] : [...it.engine.languages], ...said }
  })
  return { engines: tellingUnheard(await Promise.all([...speech, ...recognition])) }
}

async function saidBy(it: Candidate<Engine>, desk: Desk): Promise<{ available: boolean; sentence: string }> {
  const said = await inTime(
    it.engine.available().catch(() => undefined),
    undefined,
  )
  if (!said) return { available: false, sentence: `${it.name} does not say what it can do.` }
  if (!said.available || desk.stateOf(it) !== 'resting') return said
  return { ...said, sentence: `${said.sentence} It failed a moment ago and is left alone for a while.` }
}

async function inTime<T, D>(work: Promise<T>, otherwise: D): Promise<T | D> {
  const patience = Promise.withResolvers<D>()
  const timer = setTimeout(() => patience.resolve(otherwise), patienceMs)
  try {
    return await Promise.race([work, patience.promise])
  } finally {
    clearTimeout(timer)
  }
}
