import { z } from 'zod'
import { Id } from './page.ts'

/** An E.164 telephone number. */
export const PhoneNumberText = z.string().regex(/^\+[1-9]\d{6,14}$/, 'Use the international form, such as +442079460018.')

/** What a key of the caller's telephone does. */
export const KeyAction = z.discriminatedUnion('does', [
  z.object({ does: z.literal('ask'), text: z.string().trim().min(1).max(300) }).describe('As if the caller had said this.'),
  z.object({ does: z.literal('say'), text: z.string().trim().min(1).max(500) }).describe('The agent says this.'),
  z.object({ does: z.literal('hand-off'), agentId: Id }).describe('Another agent goes on.'),
  z.object({ does: z.literal('transfer'), to: PhoneNumberText }).describe('A person is called and joined.'),
])
export type KeyAction = z.infer<typeof KeyAction>

const fields = {
  endpointing: z
    .enum(['adaptive', 'fixed'])
    .describe('`adaptive`: a finished sentence is answered sooner and an unfinished one waited for longer; `fixed`: always the same silence.'),
  endsAfterMs: z.number().int().min(200).max(3000).describe('Silence that ends a turn when the words do not say whether it is finished.'),
  bargeIn: z.enum(['speech', 'words', 'off']).describe('What interrupts the agent: any speech, recognised words, or nothing.'),
  minimumWords: z.number().int().min(0).max(10).describe('With `words`: as many as this.'),
  fillerAfterMs: z.number().int().min(500).max(10_000).describe('When an answer takes longer, the agent says that it is looking.'),
  silencePromptAfterMs: z.number().int().min(3000).max(120_000).describe('When the caller says nothing for so long, the agent asks whether somebody is there.'),
  silencePrompts: z.number().int().min(0).max(5).describe('After so many unanswered questions of that kind the call is ended; 0: never ask, never end.'),
  longestCallMs: z
    .number()
    .int()
    .min(60_000)
    .max(4 * 3_600_000),
  keys: z
    .array(z.object({ key: z.string().regex(/^[0-9*#]$/), action: KeyAction }))
    .max(12)
    .describe('The keypad menu. Other digits are taken as a number the caller gives, ended by # or a pause.'),
  voicemail: z.enum(['hang-up', 'leave-message', 'talk']).describe('What to do when a machine answers an outbound call.'),
  voicemailMessage: z.string().trim().max(800),
  transferTo: PhoneNumberText.nullable().describe('Whom to call when the caller asks for a person; null: nobody, a message is taken.'),
  transferWhen: z
    .enum(['in-hours', 'always'])
    .describe(
      'When the agent may hand a caller to that person: `in-hours`: while people of the business can be reached, by the hours of the agent; without hours always.',
    ),
  noise: z
    .enum(['auto', 'off'])
    .describe('Noise around the caller: `auto`: while it is loud it is taken out before it is judged whether somebody speaks; `off`: never.'),
  record: z.boolean().describe('Whether calls of this agent are recorded, where consent allows it.'),
}

/** How an agent behaves on a call: when a turn ends, what interrupts, what silence, keys and machines mean. */
export const CallPolicy = z
  .object({
    endpointing: fields.endpointing.default('adaptive'),
    endsAfterMs: fields.endsAfterMs.default(700),
    bargeIn: fields.bargeIn.default('speech'),
    minimumWords: fields.minimumWords.default(2),
    fillerAfterMs: fields.fillerAfterMs.default(1800),
    silencePromptAfterMs: fields.silencePromptAfterMs.default(12_000),
    silencePrompts: fields.silencePrompts.default(3),
    longestCallMs: fields.longestCallMs.default(3_600_000),
    keys: fields.keys.default([]),
    voicemail: fields.voicemail.default('hang-up'),
    voicemailMessage: fields.voicemailMessage.default(''),
    transferTo: fields.transferTo.default(null),
    transferWhen: fields.transferWhen.default('in-hours'),
    noise: fields.noise.default('auto'),
    record: fields.record.default(true),
  })
  .meta({ id: 'CallPolicy', description: 'How an agent behaves on a call.' })
export type CallPolicy = z.infer<typeof CallPolicy>
