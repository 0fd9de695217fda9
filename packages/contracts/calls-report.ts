import { z } from 'zod'
import { Moment } from './page.ts'

/** How a call came out. */
export const Disposition = z.enum([
  'done',
  'message-taken',
  'answered',
  'transferred',
  'unanswered-question',
  'not-interested',
  'voicemail',
  'no-speech',
  'abandoned',
  'not-connected',
])

export const CallReport = z
  .object({
    summary: z.string().describe('A few sentences, in the language of the call.'),
    disposition: Disposition,
    sentiment: z.enum(['positive', 'neutral', 'negative']),
    actionItems: z.array(z.string()).describe('What somebody has to do now.'),
    fields: z.array(z.object({ name: z.string(), value: z.string() })).describe('What the caller gave: name, telephone, e-mail, time, money …'),
    quality: z.number().int().min(0).max(100).describe('How well it went: answers found, turns without trouble, quickness.'),
    writtenBy: z.string().describe('`engine`, or the language model that wrote the summary.'),
    writtenAt: Moment,
  })
  .meta({ id: 'CallReport', description: 'What is known of a call once it is over.' })
export type CallReport = z.infer<typeof CallReport>
