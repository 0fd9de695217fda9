import { newId } from '@myna/kernel'
import type { Caller } from '@myna/contracts/caller'
import { identityEvents } from '@myna/contracts/identity-events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { massRemoval } from '#domain/signal-of-act.ts'
import { onActNoted } from '#reactions/on-act-noted.ts'
import { onAccountAttacked, onSignInReported, onSignInSuspicious } from '#reactions/signals/on-sign-in-news.ts'
import { openAudit } from '#test/house.ts'

let room: Awaited<ReturnType<typeof openAudit>>
beforeAll(async () => void (room = await openAudit()))
afterAll(() => room.close())

const signalsOf = async (caller: Caller, filter = {}) => (await room.auditOf(caller).listSignals(filter)).items
const userId = () => newId()
const suspicious = (it: { userId: string; signInId?: string; reasons?: string[] }) => ({
  name: 'Ravi',
  signInId: newId(),
  reasons: ['new_device', 'new_network'],
  ip: '203.0.113.9',
  userAgent: 'a browser',
  ...it,
})

test('a sign-in that does not look like its person raises a signal that says why', async () => {
  const caller = room.house.newCaller()
  const who = userId()
  const context = room.contextOf('workspace', caller)
  await context.db.inTenant(caller, (tx) => context.tell(tx, identityEvents.signInSuspicious, suspicious({ userId: who })))
  for (let left = 400; left > 0 && (await signalsOf(caller)).length === 0; left--) await new Promise((done) => setTimeout(done, 20))
  expect(await signalsOf(caller)).toMatchObject([
    {
      kind: 'suspicious_sign_in',
      severity: 'medium',
      subject: `user:${who}`,
      subjectName: 'Ravi',
      evidence: { reasons: ['new_device', 'new_network'], ip: '203.0.113.9' },
      count: 1,
      state: 'open',
      note: null,
    },
  ])
})

test('the same news heard twice counts once, another of the same subject counts with it', async () => {
  const caller = room.house.newCaller()
  const context = room.contextOf('audit', caller)
  const first = suspicious({ userId: userId() })
  await onSignInSuspicious.run(first, context)
  await onSignInSuspicious.run(first, context)
  expect(await signalsOf(caller)).toMatchObject([{ count: 1 }])
  await onSignInSuspicious.run(suspicious({ userId: first.userId, reasons: ['failures_before'] }), context)
  expect(await signalsOf(caller)).toMatchObject([{ count: 2, evidence: { reasons: ['failures_before'] } }])
  await onSignInReported.run({ userId: first.userId, name: 'Ravi', signInId: first.signInId }, context)
  expect((await signalsOf(caller)).map((it) => it.kind).sort()).toEqual(['reported_sign_in', 'suspicious_sign_in'])
})

test('many reactions at the same moment raise one signal', async () => {
  const caller = room.house.newCaller()
  const who = userId()
  const attack = () => onAccountAttacked.run({ id: newId(), userId: who, name: 'Ravi', what: 'password', ip: null }, room.contextOf('audit', caller))
  await Promise.all(Array.from({ length: 8 }, attack))
  expect(await signalsOf(caller)).toMatchObject([{ kind: 'account_attacked', count: 8 }])
})

test('one looks into it and closes it with what came of it; what is like it is raised anew', async () => {
  const caller = room.house.newCaller({ name: 'Asha' })
  const who = userId()
  const attack = () => onAccountAttacked.run({ id: newId(), userId: who, name: 'Ravi', what: 'passkey_copied', ip: null }, room.contextOf('audit', caller))
  await attack()
  const [signal] = await signalsOf(caller)
  const audit = room.auditOf(caller)
  expect(await audit.acknowledgeSignal({ signalId: signal!.id })).toMatchObject({ state: 'acknowledged', handledBy: 'Asha' })
  expect(await audit.closeSignal({ signalId: signal!.id, note: 'Ravi has a new phone.' })).toMatchObject({ state: 'closed', note: 'Ravi has a new phone.' })
  await expect(audit.closeSignal({ signalId: signal!.id, note: 'again' })).rejects.toMatchObject({ code: 'audit.signal_closed' })
  await expect(audit.acknowledgeSignal({ signalId: signal!.id })).rejects.toMatchObject({ code: 'audit.signal_closed' })
  await attack()
  expect(await signalsOf(caller)).toMatchObject([{ state: 'open', count: 1 }, { state: 'closed' }])
  expect(await signalsOf(caller, { state: 'open' })).toHaveLength(1)
  await room.arrive(caller, 2)
  expect((await audit.listEntries({})).items.map((it) => it.action)).toEqual(['close-signal', 'acknowledge-signal'])
})

test('a signal that comes again while somebody looks into it is open again', async () => {
  const caller = room.house.newCaller()
  const who = userId()
  const attack = () => onAccountAttacked.run({ id: newId(), userId: who, name: 'Ravi', what: 'password', ip: null }, room.contextOf('audit', caller))
  await attack()
  const [signal] = await signalsOf(caller)
  await room.auditOf(caller).acknowledgeSignal({ signalId: signal!.id })
  await attack()
  expect(await signalsOf(caller)).toMatchObject([{ state: 'open', count: 2 }])
})

test('an act that lowers protection raises a signal, an everyday one none', async () => {
  const caller = room.house.newCaller({ name: 'Asha' })
  await room.note(caller, [
    { action: 'update-settings', subject: 'settings:1' },
    { action: 'update-security-policy', subject: 'tenant:1', detail: { requireSecondFactor: false } },
    { action: 'impersonate', subject: 'user:2', detail: { reason: 'they asked for help', name: 'Ravi' } },
  ])
  await expect.poll(async () => (await signalsOf(caller)).map((it) => it.kind).sort(), { timeout: 10_000 }).toEqual(['impersonation', 'protection_lowered'])
})

test('removals are a signal once they are many in a short time by one actor', async () => {
  const caller = room.house.newCaller({ name: 'Asha' })
  const context = room.contextOf('audit', caller)
  const start = Date.parse('2026-01-01T00:00:00Z')
  const remove = (minute: number, actor: string, id = newId()) =>
    onActNoted.run(
      {
        id,
        actor,
        actorName: 'Asha',
        action: 'delete-call',
        subject: 'call:1',
        ip: null,
        traceId: 't',
        at: new Date(start + minute * 60_000).toISOString(),
        detail: {},
      },
      context,
    )
  for (let n = 0; n < massRemoval.count; n += 1) await remove(n, 'user:slow')
  const again = newId()
  for (let n = 0; n < massRemoval.count; n += 1) await remove(0, 'user:twice', again)
  expect(await signalsOf(caller)).toEqual([])
  for (let n = 0; n < massRemoval.count; n += 1) await remove(1, 'user:fast')
  expect(await signalsOf(caller)).toMatchObject([{ kind: 'mass_removal', severity: 'high', subject: 'user:fast', evidence: { count: massRemoval.count } }])
})

test('signals are of one tenant, and looking into them takes a right of its own', async () => {
  const [mine, theirs] = [room.house.newCaller(), room.house.newCaller()]
  await onAccountAttacked.run({ id: newId(), userId: userId(), name: 'Ravi', what: 'password', ip: null }, room.contextOf('audit', mine))
  const [signal] = await signalsOf(mine)
  expect(await signalsOf(theirs)).toEqual([])
  await expect(room.auditOf(theirs).closeSignal({ signalId: signal!.id, note: 'x' })).rejects.toMatchObject({ code: 'audit.signal_not_found' })
  const reader = room.auditOf({ ...mine, scopes: ['audit:read'] })
  expect((await reader.listSignals({})).items).toHaveLength(1)
  await expect(reader.closeSignal({ signalId: signal!.id, note: 'x' })).rejects.toMatchObject({ code: 'request.forbidden' })
  await expect(room.auditOf({ ...mine, scopes: ['agents:read'] }).listSignals({})).rejects.toMatchObject({ code: 'request.forbidden' })
})

test('a list is read page by page', async () => {
  const caller = room.house.newCaller()
  for (let n = 0; n < 3; n += 1)
    await onAccountAttacked.run({ id: newId(), userId: userId(), name: 'Ravi', what: 'password', ip: null }, room.contextOf('audit', caller))
  const first = await room.auditOf(caller).listSignals({ limit: 2 })
  const second = await room.auditOf(caller).listSignals({ limit: 2, cursor: first.next })
  expect([...first.items, ...second.items].map((it) => it.id)).toHaveLength(3)
  expect(second.next).toBeUndefined()
  await expect(room.auditOf(caller).listSignals({ cursor: 'x' })).rejects.toMatchObject({ code: 'request.invalid' })
})
