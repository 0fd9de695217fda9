import type { TFunction } from 'i18next'
import type { Words } from '#words/en.ts'

/** Areas of rights in the order people think of them. */
const areas = [
  'agents',
  'knowledge',
  'brain',
  'voice',
  'tools',
  'apps',
  'calls',
  'members',
  'keys',
  'identity',
  'audit',
  'workspace',
  'traffic',
  'access',
] as const

/** Seeing comes before changing, changing before the rest. */
const verbs = ['read', 'write'] as const

type AreaName = keyof Words['scopes']['area']
type ScopeName = keyof Words['scopes']['may']

/** Rights by area, in that order; those of areas nobody named come last. */
export function byArea(scopes: readonly string[]): [string, string[]][] {
  const rank = (scope: string) => (verbs as readonly string[]).indexOf(scope.split(':')[1]!) + 1 || verbs.length + 1
  const groups = Map.groupBy(
    scopes.toSorted((a, b) => rank(a) - rank(b)),
    (it) => it.split(':')[0]!,
  )
  const place = (area: string) => (areas as readonly string[]).indexOf(area) + 1 || areas.length + 1
  return [...groups].toSorted(([a], [b]) => place(a) - place(b))
}

/** The name of an area of rights. */
export function areaName(t: TFunction, area: string): string {
  return t(`scopes.area.${area as AreaName}`, { defaultValue: area })
}

/** A right as people say it. */
export function scopeName(t: TFunction, scope: string): string {
  return t(`scopes.may.${scope.replace(':', '_') as ScopeName}`, { defaultValue: scope })
}
