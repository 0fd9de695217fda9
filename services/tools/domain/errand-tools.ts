import type { Errand, ParameterSchema, Tool } from '@myna/contracts/tools'
import type { z } from 'zod'

export type ErrandKind = z.infer<typeof Errand>['kind']
/** A tool every organisation has, and what using it notes. */
export type ErrandTool = { tool: Tool; notes: ErrandKind }

const slots: Record<string, { description: string; maxLength: number }> = {
  name: { description: 'Name of the caller.', maxLength: 200 },
  phone: { description: 'Phone number to reach them.', maxLength: 40 },
  with: { description: 'Whom they want to meet.', maxLength: 200 },
  email: { description: 'E-mail address to reach them.', maxLength: 254 },
  message: { description: 'What is to be passed on, in the words of the caller.', maxLength: 4000 },
  company: { description: 'Company of the caller.', maxLength: 200 },
  interest: { description: 'What they are interested in.', maxLength: 1000 },
  time: { description: 'Day and time, ISO 8601 where it is known.', maxLength: 100 },
  new_time: { description: 'The new day and time, ISO 8601 where it is known.', maxLength: 100 },
  old_time: { description: 'The day and time it was agreed for.', maxLength: 100 },
  topic: { description: 'What the meeting is about.', maxLength: 500 },
  task: { description: 'What is to be done.', maxLength: 2000 },
  priority: { description: 'How urgent it is.', maxLength: 40 },
}

/** Slots with `?` may be left out. */
function errandTool(number: number, name: string, notes: ErrandKind, title: string, description: string, wanted: string): ErrandTool {
  const names = wanted.split(' ')
  const parameters: ParameterSchema = {
    type: 'object',
    properties: Object.fromEntries(
      names.map((it) => {
        const slot = it.replace('?', '')
        return [slot, { type: 'string', minLength: 1, ...slots[slot] }]
      }),
    ),
    required: names.filter((it) => !it.endsWith('?')),
    additionalProperties: false,
  }
  return {
    notes,
    tool: {
      id: `00000000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`,
      name,
      title,
      description,
      kind: 'errand',
      connectionId: null,
      parameters,
      changes: 'records',
      timeoutMs: 10_000,
      enabled: true,
      request: null,
      missing: false,
      revision: 0,
      updatedAt: '2026-11-21T00:00:00.000Z',
    },
  }
}

/** The tools every organisation has: each notes an errand for its people. */
export const errandTools: readonly ErrandTool[] = [
  errandTool(1, 'take_message', 'message', 'Take a message', 'Notes a message for the people of the business.', 'name? phone? message'),
  errandTool(2, 'create_lead', 'lead', 'Note a lead', 'Notes somebody who is interested in what the business offers.', 'name company? phone? email? interest?'),
  errandTool(3, 'schedule_meeting', 'meeting', 'Note a meeting', 'Notes a meeting or appointment the caller wants.', 'time name with? phone? email? topic?'),
  errandTool(4, 'reschedule_meeting', 'meeting_change', 'Move a meeting', 'Notes that the caller wants to move a meeting.', 'new_time old_time? name? phone?'),
  errandTool(5, 'cancel_meeting', 'meeting_cancellation', 'Cancel a meeting', 'Notes that the caller wants to cancel a meeting.', 'time? name? phone?'),
  errandTool(6, 'create_task', 'task', 'Note a task', 'Notes something the people of the business are to do.', 'task time? priority?'),
  errandTool(7, 'request_callback', 'callback', 'Note a callback', 'Notes that the caller wants to be called back.', 'phone time? name?'),
  errandTool(8, 'opt_out', 'opt_out', 'Note an opt-out', 'Notes that the caller does not want to be called any more.', 'phone?'),
]

/** The built-in tool of a name or id, if it is one. */
export function errandToolOf(it: { name: string } | { id: string }): ErrandTool | undefined {
  return errandTools.find(({ tool }) => ('name' in it ? tool.name === it.name : tool.id === it.id))
}
