import { z } from 'zod'
import { Category } from './knowledge-shapes.ts'
import { operation } from './operation.ts'
import { Id, Language, Moment, PageInput, pageOf } from './page.ts'

export const Unanswered = z
  .object({
    id: Id,
    baseId: Id,
    agentId: Id.nullable(),
    question: z.string().describe('As asked most recently.'),
    variants: z.array(z.object({ text: z.string(), language: Language })).describe('Other ways it was asked, newest first, at most 20.'),
    count: z.number().int(),
    state: z.enum(['open', 'answered', 'dismissed']),
    firstAskedAt: Moment,
    lastAskedAt: Moment,
  })
  .meta({ id: 'Unanswered', description: 'A question the knowledge did not answer, with the ways callers asked it.' })
export type Unanswered = z.infer<typeof Unanswered>

const SaidBeforeAfter = z.object({ text: z.string(), refused: z.boolean(), engine: z.string() })

export const Correction = z
  .object({
    id: Id,
    baseId: Id,
    itemId: Id.nullable().describe('The knowledge it became; null once that was deleted.'),
    question: z.string(),
    answer: z.string().describe('What should have been said.'),
    before: SaidBeforeAfter,
    after: SaidBeforeAfter,
    changed: z.boolean().describe('Whether the answer given now is another one.'),
    by: z.string(),
    at: Moment,
  })
  .meta({ id: 'Correction', description: 'A better answer given by a person, and what it changed.' })
export type Correction = z.infer<typeof Correction>

/** What agents learn from conversations: questions nobody could answer, answers people put right. */
export const training = {
  listUnanswered: operation({
    http: 'GET /brain/unanswered',
    summary: 'List questions the knowledge did not answer, most asked first',
    access: 'brain:read',
    input: z.object({ ...PageInput, agentId: Id.optional(), baseId: Id.optional(), state: Unanswered.shape.state.default('open') }),
    output: pageOf(Unanswered),
  }),
  answerUnanswered: operation({
    http: 'POST /brain/unanswered/{unansweredId}/answer',
    summary: 'Answer a question for good: the answer becomes knowledge',
    access: 'knowledge:write',
    input: z.object({ unansweredId: Id, answer: z.string().trim().min(1).max(4000), category: Category.default('support_faq') }),
    output: Correction,
    faults: ['brain.unanswered_not_found', 'knowledge.base_not_found'],
  }),
  dismissUnanswered: operation({
    http: 'POST /brain/unanswered/{unansweredId}/dismissal',
    summary: 'Leave an open question unanswered; it is not shown again unless it is reopened',
    access: 'knowledge:write',
    input: z.object({ unansweredId: Id }),
    output: Unanswered,
    faults: ['brain.unanswered_not_found'],
  }),
  reopenUnanswered: operation({
    http: 'DELETE /brain/unanswered/{unansweredId}/dismissal',
    summary: 'Take a dismissal back: the question is open again, with all it was asked meanwhile',
    access: 'knowledge:write',
    input: z.object({ unansweredId: Id }),
    output: Unanswered,
    faults: ['brain.unanswered_not_found'],
  }),
  correctTurn: operation({
    http: 'POST /brain/conversations/{conversationId}/turns/{turnId}/correction',
    summary: 'Say what an agent should have answered: it becomes knowledge, and the change is shown',
    access: 'knowledge:write',
    input: z.object({
      conversationId: Id,
      turnId: Id.describe("The agent's turn."),
      answer: z.string().trim().min(1).max(4000),
      question: z.string().trim().min(1).max(200).optional().describe('How the question is to be kept; else as it was asked.'),
      category: Category.default('support_faq'),
    }),
    output: Correction,
    faults: ['brain.conversation_not_found', 'brain.turn_not_found', 'knowledge.base_not_found'],
  }),
  listCorrections: operation({
    http: 'GET /brain/corrections',
    summary: 'List corrections with the answers before and after, newest first',
    access: 'brain:read',
    input: z.object({ ...PageInput, baseId: Id.optional() }),
    output: pageOf(Correction),
  }),
}
