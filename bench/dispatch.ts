import type { Caller } from '@myna/contracts/caller'
import { deskOf } from '../services/brain/dispatch/desk.ts'
import { dispatch as ask } from '../services/brain/dispatch/dispatch.ts'
import { type FirstWord, throughDispatch, throughFetch, throughSdk } from './dispatch/first-word.ts'
import { type ModelHouse, openModelHouse } from './dispatch/model-house.ts'
import { type PlayedModel, startPlayedModel } from './dispatch/played-model.ts'
import { type Benchmark, comparedWith, type Figure, figureOf, median, quantile } from './figure.ts'
import { writePassages } from './knowledge/passages.ts'

const rounds = 7
const requestsOfRound = 80
const openings = 10
const callersAtOnce = 4
const silentTurns = 6
const turns = 30
const words = ['A haircut', ' is 450', ' rupees', ' and takes', ' half an hour', '.']

/** What language models cost a caller in time when they work, and when they do not. */
export const dispatch: Benchmark = {
  summary: 'first word of a language model beside a bare fetch and the AI SDK; failing and silent models',
  async *run() {
    const played = await startPlayedModel()
    const house = await openModelHouse(new URL(played.baseUrl).host)
    try {
      yield* firstWords(played, house)
      yield* opening(played, house)
      yield* withoutModels(played, house)
    } finally {
      await house.close()
      await played.close()
    }
  },
}

/** A tenant with so many models at the played server. */
async function newTenant(house: ModelHouse, played: PlayedModel, models: number, monthlyBudget: number | null = null): Promise<Caller> {
  const caller = house.newCaller()
  const prices = { inputPrice: 1, outputPrice: 2, monthlyBudget }
  for (let at = 0; at < models; at++)
    await house.brainOf(caller).addProvider({ name: `Model ${at}`, baseUrl: played.baseUrl, model: played.model, key: played.key, ...prices })
  return caller
}

async function* firstWords(played: PlayedModel, house: ModelHouse): AsyncGenerator<Figure> {
  await played.play({ mood: 'well', words })
  const caller = await newTenant(house, played, 2, 1_000)
  const rows = await house.rowsOf(caller)
  const ways: Record<'dispatch' | 'fetch' | 'sdk', FirstWord> = {
    dispatch: throughDispatch(rows, house.contextOf(caller)),
    fetch: throughFetch(played),
    sdk: throughSdk(played),
  }
  const names = Object.keys(ways) as (keyof typeof ways)[]
  const medians: Record<string, number[]> = { dispatch: [], fetch: [], sdk: [] }
  const tails: Record<string, number[]> = { dispatch: [], fetch: [], sdk: [] }
  for (let round = -1; round < rounds; round++) {
    const times: Record<string, number[]> = { dispatch: [], fetch: [], sdk: [] }
    for (let at = 0; at < requestsOfRound; at++) {
      // Each goes first as often as the others.
      for (let turn = 0; turn < names.length; turn++) {
        const name = names[(at + turn) % names.length]!
        times[name]!.push(await ways[name]())
      }
    }
    // The first round warms up.
    if (round < 0) continue
    for (const name of names) {
      medians[name]!.push(median(times[name]!))
      tails[name]!.push(quantile(times[name]!, 0.95))
    }
  }
  const added = (peer: string, from: Record<string, number[]>) => from['dispatch']!.map((mine, round) => mine - from[peer]![round]!)
  yield comparedWith({ name: 'first word through dispatch beside a bare fetch, p50', unit: 'ms' }, medians['dispatch']!, medians['fetch']!)
  yield figureOf({ name: 'added to a bare fetch, p50', unit: 'ms', goal: { of: 'value', atMost: 2 } }, added('fetch', medians))
  yield figureOf({ name: 'added to a bare fetch, p95', unit: 'ms' }, added('fetch', tails))
  yield comparedWith({ name: 'first word through dispatch beside the AI SDK, p50', unit: 'ms' }, medians['dispatch']!, medians['sdk']!)
  yield figureOf({ name: 'added to the AI SDK, p50', unit: 'ms', goal: { of: 'value', atMost: 2 } }, added('sdk', medians))

  const reads: number[] = []
  for (let at = 0; at < 200; at++) {
    const started = performance.now()
    await house.rowsOf(caller)
    reads.push(performance.now() - started)
  }
  yield figureOf({ name: 'reading the models of an organisation for a turn, p50', unit: 'ms' }, median(reads))
}

/** From the first failure a caller could meet to the model being left alone, under a few callers at once. */
async function* opening(played: PlayedModel, house: ModelHouse): AsyncGenerator<Figure> {
  const patienceMs = 300
  for (const mood of ['down', 'silent'] as const) {
    await played.play({ mood })
    const took: number[] = []
    for (let at = 0; at < openings; at++) took.push(await openOnce(house, await newTenant(house, played, 1), patienceMs))
    if (mood === 'down')
      yield figureOf({ name: 'a failing model is left alone after, p95', unit: 'ms', goal: { of: 'value', atMost: 1_000 } }, quantile(took, 0.95))
    else
      yield figureOf(
        { name: 'a silent model is left alone after the patience for first words is over, p95', unit: 'ms', goal: { of: 'value', atMost: 1_000 } },
        quantile(took, 0.95) - patienceMs,
      )
  }
}

async function openOnce(house: ModelHouse, caller: Caller, firstPieceMs: number): Promise<number> {
  const context = house.contextOf(caller)
  const providers = await house.rowsOf(caller)
  const rests = () => deskOf(context).circuits.stateOf(providers[0]!, Date.now()) === 'resting'
  const started = performance.now()
  const one = async () => {
    while (!rests())
      for await (const _ of ask(
        { messages: [{ role: 'user', content: 'Hello' }], maxTokens: 10, temperature: 0 },
        { providers, purpose: 'reply', deadlineMs: 5_000, firstPieceMs },
        context,
      ));
    return performance.now() - started
  }
  return Math.min(...(await Promise.all(Array.from({ length: callersAtOnce }, one))))
}

/** Answers of an agent whose models all fail: how long until the built-in engine's, and that there always is one. */
async function* withoutModels(played: PlayedModel, house: ModelHouse): AsyncGenerator<Figure> {
  let silent = 0
  const answer = async (caller: Caller, baseId: string, question: string): Promise<number> => {
    const started = performance.now()
    const { answer: text, engine } = await house.brainOf(caller).answerQuestion({ baseId, question })
    const took = performance.now() - started
    if (text === '' || engine !== 'built-in') silent++
    return took
  }
  const passages = writePassages(24)
  const open = async (models: number) => {
    const caller = await newTenant(house, played, models)
    const knowledge = house.knowledgeOf(caller)
    const { id: baseId } = await knowledge.createBase({ name: 'Bench' })
    for (const { category, title, text } of passages) await knowledge.addItem({ baseId, category, title, text })
    return { caller, baseId }
  }
  const many = async (models: number, count: number) => {
    const { caller, baseId } = await open(models)
    await house.knowledgeOf(caller).searchItems({ baseId, question: passages[0]!.question })
    const times: number[] = []
    for (let at = 0; at < count; at++) times.push(await answer(caller, baseId, passages[at % passages.length]!.question))
    return times
  }
  const plain = await many(0, turns)
  yield figureOf({ name: 'an answer without models, p50', unit: 'ms' }, median(plain))
  await played.play({ mood: 'down' })
  const down: number[] = []
  for (let at = 0; at < silentTurns; at++) down.push((await many(3, 1))[0]!)
  yield figureOf({ name: 'the first answer while three models fail, longest', unit: 'ms' }, Math.max(...down))
  yield comparedWith({ name: 'an answer while three models fail, p50', unit: 'ms' }, [median(await many(3, turns))], [median(plain)])
  await played.play({ mood: 'silent' })
  const still: number[] = []
  for (let at = 0; at < silentTurns; at++) still.push((await many(3, 1))[0]!)
  yield figureOf({ name: 'the first answer while three models are silent, longest', unit: 'ms' }, Math.max(...still))
  const one: number[] = []
  for (let at = 0; at < silentTurns; at++) one.push((await many(1, 1))[0]!)
  yield figureOf({ name: 'the first answer while an only model is silent, longest', unit: 'ms' }, Math.max(...one))
  yield comparedWith({ name: 'an answer while three models are silent, p50', unit: 'ms' }, [median(await many(3, turns))], [median(plain)])
  yield figureOf({ name: `turns without words, of ${3 * turns + 3 * silentTurns}`, unit: '', goal: { of: 'value', atMost: 0 } }, silent)
}
