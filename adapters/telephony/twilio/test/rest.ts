import { type Account, type Accounts, type Kind, type Owned, Refusal } from '#test/accounts.ts'
import { type Asked, placeCall } from '#test/outgoing.ts'
import { type Network, type PlayedCall, readTwiml } from '#test/played-call.ts'

export type Request = { method: string; path: string; query: URLSearchParams; form: URLSearchParams; authorization: string | undefined }
export type Reply = { status: number; body: object | null }

const api = '/2010-04-01'
const pricing = '/v1/PhoneNumbers/Countries/'
const events = new Set(['initiated', 'ringing', 'answered', 'completed'])
const number = /^\+[1-9]\d{6,14}$/

/** Twilio's API as far as telephone calls go, with the refusals of the real one: https://www.twilio.com/docs/voice/api */
export function createRest(accounts: Accounts, network: Network, calls: Map<string, PlayedCall>): (request: Request) => Reply {
  return ({ method, path, query, form, authorization }) => {
    if (path.startsWith(pricing)) {
      accounts.authorise(authorization, undefined)
      return { status: 200, body: pricesOf(path.slice(pricing.length)) }
    }
    const [, sid, rest = ''] = new RegExp(`^${api}/Accounts(?:/([A-Za-z0-9]+))?((?:/.*)?)\\.json$`).exec(path) ?? []
    if (!path.startsWith(`${api}/Accounts`) || !path.endsWith('.json')) throw notFound(path)
    const account = accounts.authorise(authorization, sid)
    const [, resource, id, kind] = rest.split('/')
    const at = `${method} ${resource ?? ''}${id === undefined ? '' : '/one'}`
    switch (at) {
      case 'GET ':
        return { status: 200, body: ofAccount(account) }
      case 'POST ':
        return sid === undefined ? openSubaccount(account) : setStatus(account)
      case 'GET AvailablePhoneNumbers/one':
        return search(id!, kind as Kind)
      case 'GET IncomingPhoneNumbers':
        return list(account)
      case 'POST IncomingPhoneNumbers': {
        checkUrls()
        const it = accounts.buy(account, form.get('PhoneNumber') ?? '')
        return { status: 201, body: ofNumber(route(it)) }
      }
      case 'GET IncomingPhoneNumbers/one':
        return { status: 200, body: ofNumber(accounts.find(account, id!)) }
      case 'POST IncomingPhoneNumbers/one': {
        checkUrls()
        return { status: 200, body: ofNumber(route(accounts.find(account, id!))) }
      }
      case 'DELETE IncomingPhoneNumbers/one':
        accounts.owned.delete(accounts.find(account, id!).sid)
        return { status: 204, body: null }
      case 'POST Calls':
        return { status: 201, body: ofCall(call(account)) }
      case 'GET Calls/one':
        return { status: 200, body: ofCall(findCall(account, id!)) }
      case 'POST Calls/one':
        return { status: 200, body: ofCall(change(findCall(account, id!))) }
      default:
        throw notFound(path)
    }

    function openSubaccount(owner: Account): Reply {
      if (owner.ownerSid !== owner.sid) throw new Refusal(400, 20006, 'Subaccounts cannot have subaccounts')
      return { status: 201, body: ofAccount(accounts.open(form.get('FriendlyName') ?? 'SubAccount', owner.sid)) }
    }
    function setStatus(it: Account): Reply {
      const status = form.get('Status')
      if (it.ownerSid === it.sid && status !== null) throw new Refusal(400, 20001, 'The main account cannot be closed')
      if (it.status === 'closed') throw new Refusal(400, 20001, 'A closed account stays closed')
      if (status === 'closed' || status === 'suspended' || status === 'active') it.status = status
      for (const one of status === 'closed' ? accounts.owned.values().filter((one) => one.accountSid === it.sid) : []) accounts.owned.delete(one.sid)
      return { status: 200, body: ofAccount(it) }
    }
    function search(country: string, kind: Kind): Reply {
      const limit = Math.min(Number(query.get('PageSize') ?? 50), 1_000)
      const found = accounts.search(country, kind, {
        contains: query.get('Contains'),
        areaCode: query.get('AreaCode'),
        locality: query.get('InLocality'),
        limit,
      })
      const numbers = found.map((it) => ({
        friendly_name: it.number,
        phone_number: it.number,
        iso_country: it.country,
        locality: it.locality,
        region: it.region,
        lata: null,
        rate_center: null,
        latitude: null,
        longitude: null,
        postal_code: null,
        address_requirements: 'none',
        beta: false,
        capabilities: { voice: true, SMS: it.sms, MMS: false },
      }))
      return { status: 200, body: { available_phone_numbers: numbers, uri: path } }
    }
    function list(it: Account): Reply {
      const all = [...accounts.owned.values()].filter((one) => one.accountSid === it.sid)
      const [page, size] = [Number(query.get('Page') ?? 0), Math.min(Number(query.get('PageSize') ?? 50), 1_000)]
      const isLast = (page + 1) * size >= all.length
      const next = isLast ? null : `${path}?PageSize=${size}&Page=${page + 1}&PageToken=PA${page + 1}`
      const numbers = all.slice(page * size, (page + 1) * size).map(ofNumber)
      return { status: 200, body: { incoming_phone_numbers: numbers, page, page_size: size, next_page_uri: next, uri: path } }
    }
    function checkUrls(): void {
      for (const name of ['VoiceUrl', 'VoiceFallbackUrl', 'StatusCallback'])
        if (!isUrl(form.get(name) ?? 'http://none')) throw new Refusal(400, 21502, `${name} is not valid`)
    }
    function route(it: Owned): Owned {
      it.voiceUrl = form.get('VoiceUrl') ?? it.voiceUrl
      it.voiceFallbackUrl = form.get('VoiceFallbackUrl') ?? it.voiceFallbackUrl
      it.statusCallback = form.get('StatusCallback') ?? it.statusCallback
      return it
    }
    function call(it: Account): PlayedCall {
      const [to, from, url, twiml] = ['To', 'From', 'Url', 'Twiml'].map((name) => form.get(name))
      if (!to) throw new Refusal(400, 21201, "No 'To' number is specified")
      if (!from) throw new Refusal(400, 21213, "No 'From' number is specified")
      if (!number.test(to)) throw new Refusal(400, 21211, `The phone number you are attempting to call, ${to}, is not valid.`)
      if (!number.test(from)) throw new Refusal(400, 21212, `The source phone number provided, ${from}, is not valid.`)
      if (to.startsWith('+882')) throw new Refusal(400, 21215, `Account not authorized to call ${to}.`)
      if (accounts.byNumber(from)?.accountSid !== it.sid)
        throw new Refusal(400, 21210, `The source phone number provided, ${from}, is not yet verified for your account.`)
      if (!twiml && !isUrl(url ?? '')) throw new Refusal(400, 21205, `Url is not a valid URL: ${url}`)
      const ringSeconds = Number(form.get('Timeout') ?? 60)
      if (!(ringSeconds >= 5 && ringSeconds <= 600)) throw new Refusal(400, 20001, 'Timeout must be between 5 and 600')
      const detection = form.get('MachineDetection')
      if (detection !== null && detection !== 'Enable' && detection !== 'DetectMessageEnd') throw new Refusal(400, 20001, 'MachineDetection is not valid')
      const statusEvents = form.getAll('StatusCallbackEvent')
      if (statusEvents.some((event) => !events.has(event))) throw new Refusal(400, 21626, 'StatusCallbackEvent is not valid')
      const machine: Asked['machine'] = detection && form.get('AsyncAmd') === 'true' ? { detection, url: form.get('AsyncAmdStatusCallback') } : null
      const asked = { accountSid: it.sid, from, to, url: url ?? '', twiml: twiml ? readTwiml(twiml, '') : undefined, ringSeconds, machine }
      const status = {
        fallbackUrl: form.get('FallbackUrl'),
        statusUrl: form.get('StatusCallback'),
        statusEvents: statusEvents.length > 0 ? statusEvents : ['completed'],
      }
      return placeCall(network, { ...asked, ...status })
    }
    function findCall(it: Account, id: string): PlayedCall {
      const found = calls.get(id)
      if (found?.accountSid !== it.sid) throw notFound(path)
      return found
    }
    function change(it: PlayedCall): PlayedCall {
      if (it.isOver) throw new Refusal(400, 21220, 'Call is not in-progress. Cannot redirect.')
      const [status, twiml, url] = ['Status', 'Twiml', 'Url'].map((name) => form.get(name))
      if (status === 'completed') it.end(it.status === 'in-progress' ? 'completed' : 'canceled')
      else if (status === 'canceled' && it.status !== 'in-progress') it.end('canceled')
      else if (twiml || url) {
        if (it.status !== 'in-progress') throw new Refusal(400, 21220, 'Call is not in-progress. Cannot redirect.')
        if (twiml && twiml.length > 4_000) throw new Refusal(400, 21609, 'Twiml is longer than 4000 characters')
        const read = twiml ? readTwiml(twiml, url ?? '') : undefined
        if (twiml && !read) throw new Refusal(400, 12100, 'Document parse failure')
        if (!read && !isUrl(url ?? '')) throw new Refusal(400, 21205, 'Url is not a valid URL')
        it.steer(read ? async () => read : (signal) => it.ask({ url: url!, why: 'redirect', signal }))
      }
      return it
    }
  }
}

function pricesOf(country: string): object {
  if (!/^(?:GB|US|CA|IN)$/.test(country)) throw notFound(`${pricing}${country}`)
  const prices = Object.entries({ local: '1.15', mobile: '1.3', 'toll free': '2.15' })
  const listed = prices.map(([kind, price]) => ({ number_type: kind, base_price: price, current_price: price }))
  return { country, iso_country: country, phone_number_prices: listed, price_unit: 'USD', url: `${pricing}${country}` }
}
const notFound = (path: string) => new Refusal(404, 20404, `The requested resource ${path} was not found`)
const isUrl = (text: string) => /^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text)
const ofAccount = (it: Account) => ({
  sid: it.sid,
  auth_token: it.token,
  friendly_name: it.name,
  status: it.status,
  type: 'Full',
  owner_account_sid: it.ownerSid,
})
const ofNumber = (it: Owned) => ({
  sid: it.sid,
  account_sid: it.accountSid,
  phone_number: it.number,
  friendly_name: it.number,
  api_version: '2010-04-01',
  status: 'in-use',
  voice_url: it.voiceUrl,
  voice_fallback_url: it.voiceFallbackUrl,
  status_callback: it.statusCallback,
  capabilities: { voice: true, sms: it.sms, mms: false, fax: false },
})
const ofCall = (it: PlayedCall) => ({
  sid: it.sid,
  account_sid: it.accountSid,
  parent_call_sid: it.parentSid,
  to: it.to,
  from: it.from,
  status: it.status,
  direction: it.direction,
  duration: it.duration === null ? null : String(it.duration),
  answered_by: it.answeredBy,
  api_version: '2010-04-01',
})
