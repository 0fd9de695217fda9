import type { TFunction } from 'i18next'

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

/** The name of a move of a turn, for lists. */
export function moveWords(t: TFunction, move: string): string {
  const known = kinds.find((it) => it === move)
  return known ? t(`moves.kind.${known}`) : move
}

/** Whether a turn did more than the words of it show. */
export function isMoreThanWords(move: string | null | undefined): move is string {
  return !!move && !plain.includes(move)
}
