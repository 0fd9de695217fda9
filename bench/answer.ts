import { answer as say } from '../services/brain/answer/answer.ts'
import { mark, type Question } from '../services/brain/test/mark.ts'
import { type BaseIndex, createBaseIndex } from '../services/knowledge/search/base-index.ts'
import type { Business } from './answer/businesses.ts'
import { itemOf } from './answer/items.ts'
import { askAll, askedAt, hitsOf, personaOf } from './answer/marks.ts'
import { type Benchmark, comparedWith, type Figure, figureOf, quantile } from './figure.ts'
import { writePassages } from './knowledge/passages.ts'

const passages = 10_000
const lookups = 2_000
const rounds = 3
const limitMs = 10

/** Answers on invented businesses, tuned for at first and after they were measured, beside saying the nearest passage; and what an answer from 10,000 passages takes. */
export const answer: Benchmark = {
  summary: 'right and refused answers on invented businesses, reliability of confidence, search and answer in 10,000 passages',
  async *run() {
    yield* quality()
    yield* speed()
  },
}

/** Parts that the tests' thresholds leave out: tuned for or learnt from only after they were measured once. */
const measuredAlone = new Set(['held-back', 'first-tried', 'unseen', 'set-aside'])

type Marked = { business: Business; question: Question; right: boolean; peerRight: boolean; confidence: number | null }

async function* quality(): AsyncGenerator<Figure> {
  const marks: Marked[] = []
  for await (const { business, question, hits, given, right } of askAll()) {
    const nearest = hits[0]?.item.text ?? ''
    const peer = { answer: nearest, refused: false, sources: given.sources, language: question.language }
    const spoken = !given.refused && given.sources.length > 0
    marks.push({
      business,
      question,
      right,
      peerRight: mark(question, { ...peer, sources: [{ itemId: '', title: '', url: null, quote: null, category: 'support_faq' }] }).right,
      confidence: spoken ? given.confidence : null,
    })
  }
  for (const [name, part] of [
    ['tuned for', null],
    ['tuned for after a first try', 'first-tried'],
    ['held back until measured, learnt from since', 'held-back'],
    ['nobody tuned for', 'unseen'],
    ['nobody tuned for, by one more author', 'set-aside'],
  ] as const) {
    const these = marks.filter((it) => (part === null ? !measuredAlone.has(it.business.part) : it.business.part === part))
    const asked = these.filter((it) => it.question.refuse !== true)
    const unanswerable = these.filter((it) => it.question.refuse === true)
    if (these.length === 0) continue
    yield comparedWith(
      { name: `answered rightly or rightly refused, ${these.length} questions on businesses ${name}; peer says the nearest passage`, unit: '%' },
      [share(these, (it) => it.right)],
      [share(these, (it) => it.peerRight)],
    )
    yield figureOf(
      { name: `right, ${asked.length} questions those sites answer`, unit: '%', goal: { of: 'value', atLeast: 85 } },
      share(asked, (it) => it.right),
    )
    yield figureOf(
      { name: `refused, ${unanswerable.length} questions those sites do not answer`, unit: '%', goal: { of: 'value', atLeast: 95 } },
      share(unanswerable, (it) => it.right),
    )
    for (const language of ['en', 'hi', 'hinglish', 'bn']) {
      const spoken = asked.filter((it) => it.question.language === language)
      yield figureOf(
        { name: `of it, right of ${spoken.length} in ${language}`, unit: '%' },
        share(spoken, (it) => it.right),
      )
    }
    yield* reliability(name, these)
  }
}

/** What was answered, in thirds of confidence: how sure the answers were and how many were right. */
function* reliability(name: string, marks: readonly Marked[]): Generator<Figure> {
  for (const [from, to] of [
    [0, 0.6],
    [0.6, 0.8],
    [0.8, 1.01],
  ] as const) {
    const these = marks.filter((it) => it.confidence !== null && it.confidence >= from && it.confidence < to)
    if (these.length === 0) continue
    const mean = (these.reduce((sum, it) => sum + (it.confidence ?? 0), 0) / these.length) * 100
    yield comparedWith(
      { name: `right of ${these.length} answers at confidence ${from}–${Math.min(1, to)}, ${name}; peer is the confidence`, unit: '%' },
      [share(these, (it) => it.right)],
      [mean],
    )
  }
}

async function* speed(): AsyncGenerator<Figure> {
  const all = writePassages(passages)
  const index = await createBaseIndex(
    (async function* () {
      yield all.map((it, at) => ({ item: itemOf(it, at), pageKey: `page-${Math.floor(at / 20)}`, position: at % 20 }))
    })(),
  )
  time(index, all, 200)
  const times = Array.from({ length: rounds }, () => time(index, all, lookups))
  for (const [name, part] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const)
    yield {
      ...comparedWith(
        { name: `search and answer in ${passages.toLocaleString('en')} passages, ${name}; peer is the limit`, unit: 'ms', goal: { of: 'ratio', atMost: 1 } },
        times.map((it) => quantile(it, part)),
        times.map(() => limitMs),
      ),
    }
}

/** How long each of some answers took, in ms. */
function time(index: BaseIndex, all: ReturnType<typeof writePassages>, count: number): number[] {
  const times: number[] = []
  const persona = personaOf('this business')
  for (let at = 0; at < count; at++) {
    const { question } = all[(at * 4_999) % all.length]!
    const start = performance.now()
    say(question, hitsOf(index, question), persona, askedAt)
    times.push(performance.now() - start)
  }
  return times
}

const share = <T>(of: readonly T[], holds: (it: T) => boolean) => (of.length === 0 ? 100 : (100 * of.filter(holds).length) / of.length)
