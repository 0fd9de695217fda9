import { builtInRoles } from '@myna/contracts/identity-shapes'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOfPlatform, mayGrant, scopesOfRole, unplacedScopes } from './roles.ts'
import { allScopes, expand, intersect, missingScopes, scopesOf } from './scopes.ts'

const someScopes = fc.subarray([...allScopes])

test('scopes come from the contracts, without the words that are no scopes', () => {
  expect(scopesOf({ a: { read: { access: 'a:read' }, open: { access: 'public' }, mine: { access: 'user' } } } as never)).toEqual(['a:read'])
  expect(allScopes).toContain('agents:publish')
  expect(allScopes.every((it) => /^[a-z]+:[a-z]+$/.test(it))).toBe(true)
})

test('every scope of the contracts has its place in the table of roles', () => {
  expect(unplacedScopes()).toEqual([])
})

test('a role may do all that those below it may', () => {
  for (let at = 1; at < builtInRoles.length; at += 1) expect(missingScopes(scopesOfRole(builtInRoles[at]!), scopesOfRole(builtInRoles[at - 1]!))).toEqual([])
  expect(scopesOfRole('owner')).toEqual(allScopes.filter((it) => !isOfPlatform(it)))
  expect(scopesOfRole('user')).not.toContain('agents:write')
  expect(scopesOfRole('manager')).not.toContain('members:write')
})

test('no role holds a scope of the platform, the owner of an organisation included', () => {
  expect(allScopes.filter(isOfPlatform)).toEqual(['platform:read', 'platform:write'])
  for (const role of builtInRoles) expect(scopesOfRole(role).filter(isOfPlatform)).toEqual([])
})

test('nobody gives a scope they lack', () => {
  fc.assert(
    fc.property(someScopes, someScopes, (held, wanted) => {
      expect(mayGrant({ subject: 'user:1', roles: ['admin'], scopes: held }, 'custom', wanted)).toBe(wanted.every((it) => held.includes(it)))
    }),
  )
})

test('only owners and the operator make owners, whatever scopes others hold', () => {
  const all = [...allScopes]
  expect(mayGrant({ subject: 'user:1', roles: ['admin'], scopes: all }, 'owner', all)).toBe(false)
  expect(mayGrant({ subject: 'key:1', roles: [], scopes: all }, 'owner', all)).toBe(false)
  expect(mayGrant({ subject: 'user:1', roles: ['owner'], scopes: all }, 'owner', all)).toBe(true)
  expect(mayGrant({ subject: 'operator', roles: [], scopes: ['*'] }, 'owner', all)).toBe(true)
})

test('what two lists share is in both, and * is all there is', () => {
  fc.assert(
    fc.property(someScopes, someScopes, (some, others) => {
      const shared = intersect(some, others)
      expect(missingScopes(shared, some)).toEqual([])
      expect(missingScopes(shared, others)).toEqual([])
      expect(intersect(some, ['*'])).toEqual(some)
    }),
  )
  expect(expand(['*'])).toEqual(allScopes)
})
