import type { Correction } from '@myna/contracts/brain-training'
import type { Category } from '@myna/contracts/knowledge'
import type { Persona } from '@myna/contracts/brain'
import { newId } from '@myna/kernel'
import type { Context } from '#context.ts'
import { think } from '#mind/think.ts'
import { createCorrectionQueries } from '#store/correction-queries.ts'
import { createProviderQueries } from '#store/provider-queries.ts'
import { presentCorrection } from '#training/present-training.ts'

/** What is to be known from now on, and what was said for want of it; without `before` the question is asked first. */
export type Lesson = { baseId: string; question: string; answer: string; category: Category; persona: Persona; before?: Correction['before'] }

const longestTitle = 200

/**
 * Makes a person's answer knowledge, asks the question again, and keeps both answers, so that it is seen whether the lesson was taken. The knowledge stands
 * even if asking again fails.
 */
export async function teach(lesson: Lesson, context: Context): Promise<Correction> {
  const { baseId, question, answer, category } = lesson
  const before = lesson.before ?? (await ask(lesson, context))
  const item = await context.call.knowledge.addItem({ baseId, category, kind: 'question', title: question.slice(0, longestTitle), text: answer })
  const after = await ask(lesson, context)
  return context.db.inTenant(context.caller, async (tx) => {
    const row = await createCorrectionQueries(tx, context.tenantId).insert({
      id: newId(),
      base_id: baseId,
      item_id: item.id,
      question,
      answer,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      changed: before.text !== after.text,
      by: context.caller.name ?? context.caller.subject,
      at: context.clock.now(),
    })
    await context.note(tx, { action: 'correct-answer', subject: `correction:${row.id}`, detail: { baseId, itemId: item.id } })
    return presentCorrection(row)
  })
}

async function ask({ baseId, question, persona }: Lesson, context: Context): Promise<Correction['before']> {
  const providers = await context.db.inTenant(context.caller, (tx) => createProviderQueries(tx, context.tenantId).listEnabled())
  for await (const step of think({ baseId, question, persona, language: undefined, earlier: [], providers, tools: [], extra: [] }, context))
    if (step.type === 'answer') return { text: step.answer.answer, refused: step.answer.refused, engine: step.answer.engine }
  throw new Error('thinking ended without an answer')
}
