import type { TFunction } from 'i18next'
import { goalTitle } from '#agent/goal-title.ts'
import type { AgentConfig } from '#api/shapes.ts'

const kinds = [
  'answered',
  'refused',
  'chatted',
  'asked',
  'confirming',
  'acted',
  'failed',
  'cancelled',
  'handed_off',
  'wants_human',
  'opted_out',
  'waited',
  'ended',
] as const
/** Moves that the words of the turn show by themselves. */
const plain: readonly string[] = ['answered', 'refused', 'chatted', 'waited', 'ended']

/** A move as a report keeps it, `kind` or `kind: goal`, in words. */
export function moveWords(t: TFunction, move: string, config: Pick<AgentConfig, 'goals'>): string {
  const [kind, goal] = move.split(': ')
  const known = kinds.find((it) => it === kind)
  const did = known ? t(`moves.kind.${known}`) : (kind ?? '')
  return goal ? `${did} · ${goalTitle(t, goal, config)}` : did
}

/** Whether a turn did more than the words of it show. */
export function isMoreThanWords(move: string | null | undefined): move is string {
  return !!move && !plain.includes(move.split(': ')[0]!)
}
