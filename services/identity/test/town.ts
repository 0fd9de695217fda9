import { type Client, contracts } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import { auditEvents } from '@myna/contracts/audit'
import { identityEvents } from '@myna/contracts/identity-events'
import { callerHeader, defineService, newId, reaction, signCaller } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { createSamlProtocol } from '@myna/identity-provider-saml'
import type { Mail } from '@myna/ports/mail'
import type { Ports } from '../context.ts'
import { identity } from '../service.ts'

type Heard = { name: string; tenantId: string | null; data: Record<string, unknown> }

export const password = 'seven quiet herons'

/** What identity is given where nothing else is said: no vendors, no domains, nobody named to run the installation. */
export function portsOf(publicUrl: string): Ports {
  return {
    mailer: { name: 'none', send: async () => ({ where: '' }) },
    mailIsOn: true,
    publicUrl,
    origins: [],
    secret: 'a secret of the town that is long enough',
    operators: [],
    vendors: {},
    makeOpenid: () => {
      throw new Error('no provider is played here')
    },
    saml: createSamlProtocol(),
    resolveText: async () => [],
  }
}

/** A house with identity in it, a clock that can be put forward, and a post office that keeps what it is handed. */
export async function openTown(publicUrl = 'https://myna.test', given: Partial<Ports> = {}) {
  let aheadMs = 0
  const clock = { now: () => new Date(Date.now() + aheadMs) }
  const mails: Mail[] = []
  const mailer = { name: 'post office', send: async (mail: Mail) => ({ where: `letter ${mails.push(mail)}` }) }
  const heard: Heard[] = []
  const keep =
    (name: string) =>
    async (data: Record<string, unknown>, { caller }: { caller: Caller }) =>
      void heard.push({ name, tenantId: caller.tenantId, data })
  const crier = defineService({
    name: 'crier',
    contract: {},
    needs: {},
    operations: {},
    hears: {
      onAct: reaction(auditEvents.actNoted, keep('act.noted')),
      onTenant: reaction(identityEvents.tenantCreated, keep('tenant.created')),
      onRevoked: reaction(identityEvents.sessionsRevoked, keep('sessions.revoked')),
      onSuspicious: reaction(identityEvents.signInSuspicious, keep('signin.suspicious')),
      onReported: reaction(identityEvents.signInReported, keep('signin.reported')),
      onAttacked: reaction(identityEvents.accountAttacked, keep('account.attacked')),
    },
  })
  const house = await openHouse({
    services: [identity, crier],
    clock,
    ports: { identity: { ...portsOf(publicUrl), mailer, ...given } },
  })
  const gateway: Caller = { tenantId: null, subject: 'service:gateway', roles: [], scopes: ['*'], traceId: 'test' }
  const front = house.client<typeof contracts.identity>('identity', gateway)

  /** The newest mail to an address, once it has come; and the token in its link. */
  const mailTo = async (to: string, after = 0): Promise<{ mail: Mail; token: string; count: number }> => {
    for (let patience = 400; patience > 0; patience -= 1) {
      const mine = mails.filter((it) => it.to === to)
      const mail = mine.at(-1)
      if (mail && mine.length > after) return { mail, token: /token=([\w-]+)/.exec(mail.text)?.[1] ?? '', count: mine.length }
      await new Promise((done) => setTimeout(done, 25))
    }
    throw new Error(`no mail came to ${to}`)
  }

  /** What was said of a tenant so far, in order, once there are this many of a name. */
  const heardOf = async (name: string, tenantId: string, count: number): Promise<Record<string, unknown>[]> => {
    const mine = () => heard.filter((it) => it.name === name && it.tenantId === tenantId).map((it) => it.data)
    for (let patience = 400; patience > 0 && mine().length < count; patience -= 1) await new Promise((done) => setTimeout(done, 25))
    return mine()
  }

  return {
    house,
    front,
    heardOf,
    mails,
    mailTo,
    clock,
    putForward(ms: number) {
      aheadMs += ms
    },
    anybody: (it: Partial<Caller> = {}) =>
      house.client<typeof contracts.identity>('identity', { tenantId: null, subject: 'anonymous', roles: [], scopes: [], traceId: newId(), ...it }),
    browser: (headers: Record<string, string> = {}) => openBrowser(house, front, headers),
    /** Forgets failed attempts: all of a test come from one network. */
    forgive: () => house.database.pool.query('delete from identity_own.attempts'),
    close: () => house.close(),
  }
}

export type Town = Awaited<ReturnType<typeof openTown>>
type House = Awaited<ReturnType<typeof openHouse>>
type Front = Client<typeof contracts.identity>

/** A browser: keeps its cookie, and asks over HTTP as whoever the cookie proves, as the gateway would. */
function openBrowser(house: House, front: Front, headers: Record<string, string>) {
  let cookie: string | undefined
  let device: string | undefined
  let header = ''
  const whoami = async (): Promise<Caller> => {
    const { caller } = cookie ? await front.authenticate({ session: cookie }) : { caller: null }
    return { ...(caller ?? { tenantId: null, subject: 'anonymous', roles: [], scopes: [] }), traceId: newId() }
  }
  const ask = async <K extends keyof Front>(name: K, input: Parameters<Front[K]>[0]): Promise<Awaited<ReturnType<Front[K]>>> => {
    const [method, path] = contracts.identity[name].http.split(' ') as [string, string]
    const used = new Set<string>()
    const url = path.replace(/\{(\w+)\}/g, (_, it: string) => (used.add(it), encodeURIComponent(String((input as Record<string, unknown>)[it]))))
    const rest = Object.fromEntries(Object.entries(input).filter(([it]) => !used.has(it)))
    const query = method === 'GET' ? `?${new URLSearchParams(rest as Record<string, string>).toString()}` : ''
    const target = `/api/v1${url}${query}`
    const token = signCaller(await whoami(), { service: 'identity', method, target }, house.secret, Date.now())
    const answer = await fetch(`${house.address}${target}`, {
      method,
      headers: { ...(device ? { cookie: `myna_device=${device}` } : {}), ...headers, 'content-type': 'application/json', [callerHeader]: token },
      ...(method === 'GET' ? {} : { body: JSON.stringify(rest) }),
    })
    for (const it of answer.headers.getSetCookie()) {
      device = /^myna_device=([^;]*)/.exec(it)?.[1] ?? device
      if (!it.startsWith('myna_session=')) continue
      header = it
      cookie = /^myna_session=([^;]*)/.exec(it)?.[1] || undefined
    }
    const body = (await answer.json()) as { code?: string }
    if (!answer.ok) throw Object.assign(new Error(body.code), body)
    return body as Awaited<ReturnType<Front[K]>>
  }
  return {
    ask,
    whoami,
    /** The last `set-cookie` header. */
    header: () => header,
    cookie: () => cookie,
    /** Token of the cookie by which this browser is known again. */
    device: () => device,
    /** Signs up somebody new with an organisation of their own. */
    async settle(it: { email?: string; name?: string; organisation?: string; language?: 'en' | 'hi' | 'bn'; invitationId?: string } = {}) {
      const email = it.email ?? `${newId()}@example.com`
      const me = await ask('signUp', { name: 'Asha', password, ...it, email })
      return { ...me, email, userId: me.user!.id, tenantId: me.tenant!.id }
    },
    /** A client in process, as whoever the cookie proves now. */
    async near(it: Partial<Caller> = {}) {
      return house.client<typeof contracts.identity>('identity', { ...(await whoami()), ...it })
    },
  }
}

export type Browser = ReturnType<typeof openBrowser>
