import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appAskedFor, appTarget, locationThroughMyna } from './app-target.ts'

const address = 'https://finder.example.com/v2'

it.each([
  ['/api/v1/apps/finder/run', { slug: 'finder', rest: '' }],
  ['/api/v1/apps/finder/run/', { slug: 'finder', rest: '/' }],
  ['/api/v1/apps/finder/run/a/b', { slug: 'finder', rest: '/a/b' }],
  ['/api/v1/apps/finder/runs', undefined],
  ['/api/v1/apps/Finder/run/a', undefined],
  ['/api/v1/apps//run/a', undefined],
  ['/api/v1/apps/finder', undefined],
])('%s asks for %o', (path, asked) => {
  expect(appAskedFor(path)).toEqual(asked)
})

describe('a path', () => {
  it.each([
    ['', '', `${address}`],
    ['/', '', `${address}/`],
    ['/ask/price%20list', '?q=a%2Fb&q=2', `${address}/ask/price%20list?q=a%2Fb&q=2`],
    ['/a%2Fb', '', `${address}/a%2Fb`],
    ['//a', '', `${address}//a`],
  ])('%s%s goes below the address', (rest, query, target) => {
    expect(appTarget(address, rest, query)?.href).toBe(target)
  })

  it.each([
    '/..',
    '/../admin',
    '/a/../../admin',
    '/%2e%2e/admin',
    '/.%2E/admin',
    '/..%2fadmin',
    '/..%5cadmin',
    '/a\\..\\b',
    '/a%00b',
    '/a%0d%0ab',
    '/%zz',
    '/.',
  ])('%s is refused', (rest) => {
    expect(appTarget(address, rest, '')).toBeUndefined()
  })

  it('never leaves the address, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 20 }), (rest, query) => {
        const target = appTarget(address, `/${rest}`, `?${query}`)
        if (target) expect(target.href.startsWith(`${address}/`)).toBe(true)
      }),
    )
  })
})

it.each([
  ['/v2/other?x=1', '/api/v1/apps/finder/run/other?x=1'],
  ['other', '/api/v1/apps/finder/run/other'],
  ['https://finder.example.com/v2', '/api/v1/apps/finder/run'],
  ['/v3/other', undefined],
  ['https://elsewhere.example.com/v2/x', undefined],
  ['http://169.254.169.254/latest', undefined],
  ['//evil.example.com/v2', undefined],
  ['javascript:alert(1)', undefined],
  ['../v1', undefined],
])('a redirect to %s leads to %s', (location, seen) => {
  expect(locationThroughMyna(location, new URL(`${address}/ask`), address, 'finder')).toBe(seen)
})
