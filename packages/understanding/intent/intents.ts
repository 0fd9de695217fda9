/** What a caller wants done. */
export const tasks = [
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
] as const

/** What a caller does in a conversation without wanting a thing done. */
export const acts = ['affirm', 'deny', 'greet', 'goodbye', 'thanks', 'repeat', 'wait', 'correction'] as const

export const intents = [...tasks, ...acts] as const
export type Intent = (typeof intents)[number]
