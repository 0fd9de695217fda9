import type { TFunction } from 'i18next'
import { standardGoalNames } from '#agent/goal-title.ts'
import type { Tool } from '#api/shapes.ts'

/** How people call a tool: a built-in one by our words, any other by its own title. */
export function toolTitle(t: TFunction, tool: Pick<Tool, 'kind' | 'name' | 'title'>): string {
  if (tool.kind !== 'errand') return tool.title
  const known = standardGoalNames.find((it) => it === tool.name)
  return known ? t(`mayDo.goal_title.${known}`) : tool.name === 'request_callback' ? t('errands.kind.callback') : tool.title
}

/** What a tool is for: a built-in one by our words, any other by its own. */
export function toolHelp(t: TFunction, tool: Pick<Tool, 'kind' | 'name' | 'description'>): string {
  const known = tool.kind === 'errand' ? standardGoalNames.find((it) => it === tool.name) : undefined
  return known ? t(`mayDo.goal_help.${known}`) : tool.description
}
