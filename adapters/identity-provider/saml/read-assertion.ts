import type { SamlPerson, SamlSettings, SamlSide } from '@myna/ports/identity-provider'
import { allBelow, childrenOf, namespaces, onlyChild, parseXml, refused, textOf } from '#xml.ts'

const clockSkewMs = 60_000
const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'
const success = 'urn:oasis:names:tc:SAML:2.0:status:Success'
const emailFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'
const fleeting = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'

const emailNames = ['email', 'mail', 'emailaddress', 'urn:oid:0.9.2342.19200300.100.1.3', 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress']
const displayNames = ['displayname', 'name', 'cn', 'urn:oid:2.16.840.1.113730.3.1.241', 'http://schemas.microsoft.com/identity/claims/displayname']

/** Algorithms a signature may use: exclusive canonicalisation without comments, SHA-2; neither SHA-1 nor a shared secret. */
const algorithms: readonly RegExp[] = [
  /^http:\/\/www\.w3\.org\/2001\/10\/xml-exc-c14n#$/,
  /^http:\/\/www\.w3\.org\/2000\/09\/xmldsig#enveloped-signature$/,
  /^http:\/\/www\.w3\.org\/2001\/04\/xmldsig-more#(rsa|ecdsa)-sha(256|384|512)$/,
  /^http:\/\/www\.w3\.org\/2001\/04\/xmlenc#sha(256|512)$/,
  /^http:\/\/www\.w3\.org\/2001\/04\/xmldsig-more#sha384$/,
]

/** Looks at the whole answer before its signature: its shape leaves no room for a second assertion, and it says that all went well. */
export function checkShape(xml: string, side: SamlSide): void {
  const root = parseXml(xml)
  if (root.namespaceURI !== namespaces.protocol || root.localName !== 'Response') throw refused('it is no Response')
  const [assertion, another] = allBelow(root, 'Assertion')
  if (!assertion || another || assertion.parentNode !== root) throw refused('there is not exactly one Assertion')
  if (allBelow(root, 'EncryptedAssertion').length > 0) throw refused('it is encrypted')
  for (const signature of allBelow(root, 'Signature')) {
    if (signature.parentNode !== root && signature.parentNode !== assertion) throw refused('a Signature stands elsewhere')
    if (allBelow(signature, 'Object').length > 0) throw refused('a Signature holds an Object')
    for (const it of ['CanonicalizationMethod', 'SignatureMethod', 'Transform', 'DigestMethod'].flatMap((name) => allBelow(signature, name))) {
      const algorithm = it.getAttribute('Algorithm') ?? ''
      if (!algorithms.some((one) => one.test(algorithm))) throw refused(`the algorithm ${algorithm.slice(0, 100)} is not accepted`)
    }
  }
  const destination = root.getAttribute('Destination')
  if (destination && destination !== side.consumerUrl) throw refused('it is for another address')
  const status = onlyChild(onlyChild(root, namespaces.protocol, 'Status'), namespaces.protocol, 'StatusCode').getAttribute('Value')
  if (status !== success) throw refused('the provider did not sign anybody in')
}

/**
 * Whom an assertion is about. `xml` are the very bytes whose signature was verified, so that nothing around them counts (SAML 2.0 profiles, 4.1.4.3):
 * issuer, bearer confirmation for this request and address, audience and times.
 */
export function readAssertion(xml: string, provider: SamlSettings, side: SamlSide, it: { requestId: string; now: Date }): SamlPerson {
  const assertion = parseXml(xml)
  if (assertion.namespaceURI !== namespaces.assertion || assertion.localName !== 'Assertion') throw refused('what is signed is no Assertion')
  const child = (parent: Element, name: string) => onlyChild(parent, namespaces.assertion, name)
  if (textOf(child(assertion, 'Issuer')) !== provider.entityId) throw refused('another provider issued it')
  const subject = child(assertion, 'Subject')
  const until = confirmedUntil(subject, side, it)
  checkConditions(child(assertion, 'Conditions'), side, it.now)
  if (childrenOf(assertion, namespaces.assertion, 'AuthnStatement').length === 0) throw refused('nobody was signed in')

  const nameId = child(subject, 'NameID')
  const name = textOf(nameId)
  const format = nameId.getAttribute('Format') ?? ''
  if (name === '' || name.length > 255) throw refused('the name of its subject cannot be used')
  const attributes = attributesOf(assertion)
  const email =
    emailNames.map((key) => attributes.get(key)).find((value) => value !== undefined) ??
    (format === emailFormat || /^[^\s@]+@[^\s@]+$/.test(name) ? name : undefined)
  if (format === fleeting && email === undefined) throw refused('the name of its subject changes each time')
  const displayName = displayNames.map((key) => attributes.get(key)).find((value) => value !== undefined)
  const assertionId = assertion.getAttribute('ID')
  if (!assertionId) throw refused('it has no ID')
  return {
    // A name that is another each time is no name: then the address stands for it.
    subject: format === fleeting ? email!.toLowerCase() : name,
    email: email?.toLowerCase() ?? null,
    emailVerified: email !== undefined,
    name: displayName?.slice(0, 200) ?? null,
    assertionId,
    until,
  }
}

function confirmedUntil(subject: Element, side: SamlSide, { requestId, now }: { requestId: string; now: Date }): Date {
  for (const confirmation of childrenOf(subject, namespaces.assertion, 'SubjectConfirmation')) {
    const [data] = childrenOf(confirmation, namespaces.assertion, 'SubjectConfirmationData')
    const until = momentIn(data, 'NotOnOrAfter')
    const fits = confirmation.getAttribute('Method') === bearer && data?.getAttribute('Recipient') === side.consumerUrl
    if (!fits || data.getAttribute('InResponseTo') !== requestId || data.hasAttribute('NotBefore')) continue
    if (until && until.getTime() + clockSkewMs > now.getTime()) return until
  }
  throw refused('it answers no question of ours, or does so too late')
}

function checkConditions(conditions: Element, side: SamlSide, now: Date): void {
  const [from, until] = [momentIn(conditions, 'NotBefore'), momentIn(conditions, 'NotOnOrAfter')]
  if (from && from.getTime() - clockSkewMs > now.getTime()) throw refused('it is not valid yet')
  if (until && until.getTime() + clockSkewMs <= now.getTime()) throw refused('it is not valid any more')
  const restrictions = childrenOf(conditions, namespaces.assertion, 'AudienceRestriction')
  const names = (it: Element) => childrenOf(it, namespaces.assertion, 'Audience').map(textOf)
  if (restrictions.length === 0 || !restrictions.every((it) => names(it).includes(side.entityId))) throw refused('it is for another audience')
}

function attributesOf(assertion: Element): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const statement of childrenOf(assertion, namespaces.assertion, 'AttributeStatement'))
    for (const attribute of childrenOf(statement, namespaces.assertion, 'Attribute')) {
      const [value] = childrenOf(attribute, namespaces.assertion, 'AttributeValue')
      const key = (attribute.getAttribute('Name') ?? '').toLowerCase()
      if (value && !attributes.has(key)) attributes.set(key, textOf(value))
    }
  return attributes
}

function momentIn(element: Element | undefined, name: string): Date | undefined {
  const text = element?.getAttribute(name)
  if (!text) return undefined
  const moment = new Date(text)
  if (Number.isNaN(moment.getTime())) throw refused(`${name} is no moment`)
  return moment
}
