/** A refusal as Twilio writes it; the numbers are those of https://www.twilio.com/docs/api/errors */
export class Refusal extends Error {
  readonly status: number
  readonly code: number
  constructor(status: number, code: number, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export type Account = { sid: string; token: string; name: string; status: 'active' | 'suspended' | 'closed'; ownerSid: string }
export type Kind = 'Local' | 'Mobile' | 'TollFree'
export type Offer = { number: string; country: string; kind: Kind; locality: string | null; region: string | null; sms: boolean }
export type Owned = Offer & {
  sid: string
  accountSid: string
  voiceUrl: string
  voiceFallbackUrl: string
  statusCallback: string
}

/** Numbers that telephone regulators keep for fiction, where there are any: London, San Francisco, Toronto. */
const series: { country: string; kind: Kind; prefix: string; locality: string | null; region: string | null; sms: boolean }[] = [
  { country: 'GB', kind: 'Local', prefix: '+442079460', locality: 'London', region: null, sms: false },
  { country: 'GB', kind: 'Mobile', prefix: '+447700900', locality: null, region: null, sms: true },
  { country: 'GB', kind: 'TollFree', prefix: '+448081570', locality: null, region: null, sms: false },
  { country: 'US', kind: 'Local', prefix: '+14155550', locality: 'San Francisco', region: 'CA', sms: true },
  { country: 'US', kind: 'Local', prefix: '+12125550', locality: 'New York', region: 'NY', sms: true },
  { country: 'US', kind: 'TollFree', prefix: '+18005550', locality: null, region: null, sms: true },
  { country: 'CA', kind: 'Local', prefix: '+14165550', locality: 'Toronto', region: 'ON', sms: true },
  { country: 'IN', kind: 'TollFree', prefix: '+91800555', locality: null, region: null, sms: false },
]

/** Accounts and numbers of the played Twilio. */
export function createAccounts(newSid: (prefix: string) => string) {
  const accounts = new Map<string, Account>()
  const owned = new Map<string, Owned>()
  const offers = series.flatMap(({ prefix, ...it }) =>
    Array.from({ length: 20 }, (_, at): Offer => ({ ...it, number: `${prefix}${String(100 + at).slice(0, it.country === 'IN' ? 4 : 3)}` })),
  )

  const open = (name: string, ownerSid?: string): Account => {
    const sid = newSid('AC')
    const account: Account = { sid, token: newSid('').slice(0, 32), name, status: 'active', ownerSid: ownerSid ?? sid }
    accounts.set(sid, account)
    return account
  }
  const isTaken = (number: string) => owned.values().some((it) => it.number === number)

  return {
    accounts,
    owned,
    open,
    /** The account a request is about; its own credentials fit, and those of the account above it. */
    authorise(authorization: string | undefined, accountSid: string | undefined): Account {
      const [user, secret] = Buffer.from(/^Basic (.+)$/.exec(authorization ?? '')?.[1] ?? '', 'base64')
        .toString()
        .split(/:(.*)/s)
      const asking = accounts.get(user ?? '')
      if (!asking || asking.token !== secret) throw new Refusal(401, 20003, 'Authenticate')
      if (asking.status !== 'active') throw new Refusal(403, 20005, 'Account is not active')
      const account = accountSid === undefined ? asking : accounts.get(accountSid)
      if (!account || (account !== asking && account.ownerSid !== asking.sid))
        throw new Refusal(404, 20404, `The requested resource /Accounts/${accountSid}.json was not found`)
      return account
    },
    search(country: string, kind: Kind, it: { contains: string | null; areaCode: string | null; locality: string | null; limit: number }): Offer[] {
      const all = offers.filter((offer) => offer.country === country && offer.kind === kind)
      if (all.length === 0) throw new Refusal(404, 20404, `The requested resource /AvailablePhoneNumbers/${country}/${kind}.json was not found`)
      const inArea = all.filter((offer) => it.areaCode === null || offer.number.slice(2, 5) === it.areaCode)
      if (inArea.length === 0) throw new Refusal(400, 21452, `No phone numbers found in area code ${it.areaCode}`)
      const fits = (offer: Offer) =>
        !isTaken(offer.number) &&
        (it.contains === null || offer.number.includes(it.contains.replace(/[^\d]/g, ''))) &&
        (it.locality === null || offer.locality?.toLowerCase() === it.locality.toLowerCase())
      return inArea.filter(fits).slice(0, it.limit)
    },
    buy(account: Account, number: string): Owned {
      if (!/^\+[1-9]\d{6,14}$/.test(number)) throw new Refusal(400, 21421, 'PhoneNumber is invalid')
      const offer = offers.find((it) => it.number === number)
      if (!offer || isTaken(number)) throw new Refusal(400, 21422, `PhoneNumber ${number} is not available`)
      const it: Owned = { ...offer, sid: newSid('PN'), accountSid: account.sid, voiceUrl: '', voiceFallbackUrl: '', statusCallback: '' }
      owned.set(it.sid, it)
      return it
    },
    find(account: Account, sid: string): Owned {
      const it = owned.get(sid)
      if (it?.accountSid !== account.sid) throw new Refusal(404, 20404, `The requested resource /IncomingPhoneNumbers/${sid}.json was not found`)
      return it
    },
    byNumber: (number: string) => owned.values().find((it) => it.number === number),
  }
}
export type Accounts = ReturnType<typeof createAccounts>
