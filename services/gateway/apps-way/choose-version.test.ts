import { expect, it } from 'vitest'
import { type AppRoute, chooseVersion, namedVersion } from './choose-version.ts'

const version = (name: string, role: 'active' | 'trial' | 'idle', health: 'well' | 'away' | 'failing' | 'unknown' = 'well') => ({
  id: `id-${name}`,
  name,
  url: `https://example.com/${name}`,
  role,
  health,
})
const route = (versions: AppRoute['versions'], trialPercent = 20) => ({ appId: 'app', versions, trialPercent }) as AppRoute

it('gives the trial its share, and the same session the same version', () => {
  const it = route([version('1', 'active'), version('2', 'trial')])
  const chosen = Array.from({ length: 2_000 }, (_, at) => chooseVersion(it, `s${at}`)!.name)
  const share = chosen.filter((name) => name === '2').length / chosen.length
  expect(share).toBeGreaterThan(0.15)
  expect(share).toBeLessThan(0.25)
  expect(Array.from({ length: 2_000 }, (_, at) => chooseVersion(it, `s${at}`)!.name)).toEqual(chosen)
})

it.each(['away', 'failing'] as const)('gives a trial that is %s nothing', (health) => {
  const it = route([version('1', 'active'), version('2', 'trial', health)], 99)
  for (let at = 0; at < 50; at++) expect(chooseVersion(it, `s${at}`)!.name).toBe('1')
})

it('keeps to the active one even when it is away, and finds versions by name or id', () => {
  const it = route([version('1', 'active', 'away'), version('3', 'idle')], 0)
  expect(chooseVersion(it, 's')!.name).toBe('1')
  expect(namedVersion(it, '3')).toBe(namedVersion(it, 'id-3'))
  expect(namedVersion(it, '4')).toBeUndefined()
})
