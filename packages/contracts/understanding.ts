import { z } from 'zod'
import { Language } from './page.ts'

/** What a caller may want or do, in the words of the contract; `packages/understanding` tells which. */
export const Intent = z
  .enum([
    'create_lead',
    'update_lead',
    'find_lead',
    'schedule_meeting',
    'reschedule',
    'cancel',
    'create_task',
    'complete_task',
    'list_tasks',
    'summarise_email',
    'ask_question',
    'talk_to_human',
    'opt_out',
    'out_of_scope',
    'affirm',
    'deny',
    'greet',
    'goodbye',
    'thanks',
    'repeat',
    'wait',
    'correction',
  ])
  .meta({ id: 'Intent', description: 'What a caller wants, or does in the conversation.' })
export type Intent = z.infer<typeof Intent>

export const EntityType = z.enum(['person', 'company', 'phone', 'email', 'money', 'quantity', 'number', 'time', 'duration', 'priority', 'status'])
export type EntityType = z.infer<typeof EntityType>

export const NamedThing = z
  .object({
    type: EntityType,
    text: z.string(),
    start: z.number().int().describe('Where it begins in the text, in UTF-16 units.'),
    end: z.number().int().describe('Where it ends, not included.'),
    value: z.record(z.string(), z.unknown()).describe('What it stands for; a time has `from`, for a span `to`, and `grain`, in local time.'),
  })
  .meta({ id: 'Entity', description: 'Something an utterance names.' })

export const Understanding = z
  .object({
    language: Language,
    intent: Intent,
    confidence: z.number().min(0).max(1),
    ranked: z.array(z.object({ intent: Intent, confidence: z.number() })).describe('The likeliest intents, best first.'),
    entities: z.array(NamedThing),
    redacted: z.string().describe('The text as it is kept: without card numbers, national ids and one-time codes.'),
    tookMs: z.number(),
  })
  .meta({ id: 'Understanding', description: 'What an utterance means.' })
export type Understanding = z.infer<typeof Understanding>
