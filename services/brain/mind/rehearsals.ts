import type { Hit } from '@myna/contracts/knowledge'
import type { BuiltInAnswer } from '#answer/answer.ts'
import type { Context } from '#context.ts'

/** What was found out about a question before it was asked to its end. */
export type Rehearsal = { found: Hit[]; own: BuiltInAnswer }

/** What is found out stays true for a moment. */
const freshMs = 10_000
const mostKept = 2_000

/** One rehearsal of each conversation, in this process. */
export type Rehearsals = {
  keep(key: { conversationId: string; baseId: string; question: string }, rehearsal: Promise<Rehearsal>): void
  /** The rehearsal of just this question; each is of use once. */
  take(key: { conversationId?: string; baseId: string; question: string }): Promise<Rehearsal> | undefined
}

const ofHouses = new WeakMap<Context['db'], Rehearsals>()

/** The rehearsals of this house. */
export function rehearsalsOf({ db }: Pick<Context, 'db'>): Rehearsals {
  const open = ofHouses.get(db) ?? createRehearsals()
  ofHouses.set(db, open)
  return open
}

function createRehearsals(): Rehearsals {
  const kept = new Map<string, { baseId: string; question: string; at: number; rehearsal: Promise<Rehearsal> }>()
  return {
    keep({ conversationId, baseId, question }, rehearsal) {
      kept.delete(conversationId)
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
      kept.set(conversationId, { baseId, question: wordsOf(question), at: performance.now(), rehearsal })
    },
    take({ conversationId, baseId, question }) {
      const it = conversationId === undefined ? undefined : kept.get(conversationId)
      if (!it || conversationId === undefined) return undefined
      kept.delete(conversationId)
      return it.baseId === baseId && it.question === wordsOf(question) && performance.now() - it.at < freshMs ? it.rehearsal : undefined
    },
  }
}

/** A text as far as its words go: recognisers add capitals and stops when it is over. */
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
