import { expect, test } from 'vitest'
import { isRemoval, signalOfAct, type WatchedAct } from '#domain/signal-of-act.ts'

const act = (it: Partial<WatchedAct>): WatchedAct => ({
  id: '1',
  actor: 'user:1',
  actorName: 'Asha',
  action: 'create-agent',
  subject: 'agent:1',
  ip: null,
  detail: {},
  ...it,
})

test('everyday acts are no signals', () => {
  for (const action of ['create-agent', 'sign-in', 'update-settings', 'add-passkey']) expect(signalOfAct(act({ action }))).toBeUndefined()
  expect(signalOfAct(act({ action: 'update-security-policy', detail: { requireSecondFactor: true } }))).toBeUndefined()
  expect(signalOfAct(act({ action: 'update-sso-connection', detail: { name: 'x' } }))).toBeUndefined()
})

test('acting for another, changing operators and lowering protection are', () => {
  expect(signalOfAct(act({ action: 'impersonate', subject: 'user:2', detail: { reason: 'help', name: 'Ravi' } }))).toMatchObject({
    kind: 'impersonation',
    subject: 'user:2',
    subjectName: 'Ravi',
    evidence: { reason: 'help', actor: 'user:1' },
  })
  expect(signalOfAct(act({ action: 'add-operator' }))).toMatchObject({ kind: 'operator_changed', severity: 'high' })
  for (const [action, detail] of [
    ['update-security-policy', { requireSecondFactor: false }],
    ['update-sso-connection', { enforced: false }],
    ['update-sso-connection', { providerChanged: true }],
    ['delete-sso-connection', {}],
    ['remove-second-factor', {}],
  ] as const)
    expect(signalOfAct(act({ action, detail }))).toMatchObject({ kind: 'protection_lowered' })
})

test('what takes away for good is a removal', () => {
  expect(['delete-call', 'remove-member', 'release-number'].every(isRemoval)).toBe(true)
  expect(['update-member', 'sign-out', 'remove-passkey'].some(isRemoval)).toBe(false)
})
