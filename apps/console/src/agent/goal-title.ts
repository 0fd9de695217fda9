import type { TFunction } from 'i18next'
import type { AgentConfig } from '#api/shapes.ts'
import { humanName } from '#tools/human-fields.ts'

/** Goals an agent can have without being taught, in the order of the contract. */
export const standardGoalNames = [
  'take_message',
  'create_lead',
  'schedule_meeting',
  'reschedule_meeting',
  'cancel_meeting',
  'create_task',
  'talk_to_human',
  'opt_out',
] as const

/** How people call a goal: a standard one by our words, an agent's own by its title. */
export function goalTitle(t: TFunction, name: string, config?: Pick<AgentConfig, 'goals'>): string {
  const standard = standardGoalNames.find((it) => it === name)
  return config?.goals.find((it) => it.name === name)?.title ?? (standard ? t(`mayDo.goal_title.${standard}`) : humanName(name))
}

/** How people call a slot: what callers are most often asked for has words of its own. */
export function slotTitle(t: TFunction, name: string): string {
  const known = (
    ['name', 'phone', 'email', 'message', 'company', 'interest', 'time', 'new_time', 'old_time', 'topic', 'task', 'priority', 'with'] as const
  ).find((it) => it === name)
  return known ? t(`errands.field.${known}`) : humanName(name)
}
