import type { TFunction } from 'i18next'
import type { Agent, AgentConfig } from '#api/shapes.ts'

export type MenuKey = AgentConfig['call']['keys'][number]
export type KeyAction = MenuKey['action']

/** Keys of a telephone in the order people read them. */
export const allKeys = '1234567890*#'.split('')

/** What a key does, in a line. */
export function keyWords(t: TFunction, action: KeyAction, agents: readonly Agent[] = []): string {
  const does = t(`callPolicy.does.${action.does}`)
  switch (action.does) {
    case 'ask':
    case 'say':
      return `${does}: “${action.text}”`
    case 'hand-off':
      return `${does}: ${agents.find((it) => it.id === action.agentId)?.name ?? t('errands.deleted_agent')}`
    case 'transfer':
      return `${does}: ${action.to}`
  }
}
