import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { SignedXml } from 'xml-crypto'

/** What a played provider says, and how it lies. */
export type Said = {
  nameId?: string
  nameIdFormat?: string
  email?: string | null
  name?: string
  issuer?: string
  audience?: string | null
  recipient?: string
  inResponseTo?: string | null
  responseTo?: string
  destination?: string
  fromMs?: number
  untilMs?: number
  status?: string
  assertionId?: string
  sign?: 'assertion' | 'response' | 'nothing'
  key?: KeyObject
  sha1?: boolean
}

/** A SAML identity provider with a key of its own. It answers a question it understood, to whom it was asked for. */
export function playSaml(url = 'https://idp.example') {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const certificate = selfSigned(privateKey, publicKey)
  const entityId = `${url}/saml`
  const signInUrl = `${url}/sign-in`

  /** The question in the address a browser is led to. Refuses what is none. */
  function readQuestion(address: string) {
    const { origin, pathname, searchParams } = new URL(address)
    if (`${origin}${pathname}` !== signInUrl) throw new Error('this is not our sign-in address')
    const xml = inflateRawSync(Buffer.from(searchParams.get('SAMLRequest') ?? '', 'base64')).toString()
    const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(xml)?.[1] ?? ''
    const issuer = /<saml:Issuer[^>]*>([^<]*)</.exec(xml)?.[1] ?? ''
    if (!attribute('ID') || attribute('Destination') !== signInUrl) throw new Error('this is no AuthnRequest')
    return { id: attribute('ID'), consumerUrl: attribute('AssertionConsumerServiceURL'), audience: issuer, state: searchParams.get('RelayState') ?? '' }
  }
  type Question = ReturnType<typeof readQuestion>

  function assertionOf(question: Question, said: Said, id: string): string {
    const now = Date.now()
    const moment = (ms: number) => new Date(now + ms).toISOString()
    const [from, until] = [moment(said.fromMs ?? -1_000), moment(said.untilMs ?? 300_000)]
    const inResponseTo = said.inResponseTo === null ? '' : ` InResponseTo="${said.inResponseTo ?? question.id}"`
    const audience =
      said.audience === null ? '' : `<saml:AudienceRestriction><saml:Audience>${said.audience ?? question.audience}</saml:Audience></saml:AudienceRestriction>`
    const attribute = (name: string, value: string | null | undefined) =>
      value ? `<saml:Attribute Name="${name}"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>` : ''
    return `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${moment(0)}"><saml:Issuer>${said.issuer ?? entityId}</saml:Issuer><saml:Subject><saml:NameID Format="${said.nameIdFormat ?? 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'}">${said.nameId ?? 'person-1'}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData${inResponseTo} Recipient="${said.recipient ?? question.consumerUrl}" NotOnOrAfter="${until}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${from}" NotOnOrAfter="${until}">${audience}</saml:Conditions><saml:AuthnStatement AuthnInstant="${moment(0)}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${attribute('email', said.email === undefined ? 'person@example.com' : said.email)}${attribute('displayName', said.name ?? 'A person')}</saml:AttributeStatement></saml:Assertion>`
  }

  function signed(xml: string, id: string, said: Said): string {
    const hash = said.sha1 ? 'sha1' : 'sha256'
    const sign = new SignedXml({
      privateKey: said.key ?? privateKey,
      signatureAlgorithm: said.sha1 ? 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' : 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
    })
    sign.addReference({
      xpath: `//*[@ID='${id}']`,
      digestAlgorithm: hash === 'sha1' ? 'http://www.w3.org/2000/09/xmldsig#sha1' : 'http://www.w3.org/2001/04/xmlenc#sha256',
      transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
    })
    sign.computeSignature(xml, { location: { reference: `//*[@ID='${id}']/*[local-name()='Issuer']`, action: 'after' } })
    return sign.getSignedXml()
  }

  /** The answer to a question as XML. `change` does to it what somebody in between does. */
  function answer(question: Question, said: Said = {}, change: (xml: string) => string = (it) => it): string {
    const assertionId = said.assertionId ?? `_a${Math.random().toString(16).slice(2)}`
    const how = said.sign ?? 'assertion'
    let assertion = assertionOf(question, said, assertionId)
    if (how === 'assertion') assertion = signed(assertion, assertionId, said)
    const xml = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="${new Date().toISOString()}" Destination="${said.destination ?? question.consumerUrl}" InResponseTo="${said.responseTo ?? question.id}"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${said.issuer ?? entityId}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${said.status ?? 'Success'}"/></samlp:Status>${assertion}</samlp:Response>`
    return Buffer.from(change(how === 'response' ? signed(xml, '_r1', said) : xml)).toString('base64')
  }

  const metadata = `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${signInUrl}"/></md:IDPSSODescriptor></md:EntityDescriptor>`
  return { entityId, signInUrl, certificate, metadata, readQuestion, answer }
}

/** A self-signed certificate (RFC 5280) in base64, for a key that is made for one test. */
function selfSigned(privateKey: KeyObject, publicKey: KeyObject): string {
  const sized = (tag: number, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts)
    const length = body.length < 128 ? Buffer.from([body.length]) : Buffer.from([0x82, body.length >> 8, body.length & 0xff])
    return Buffer.concat([Buffer.from([tag]), length, body])
  }
  const sha256WithRsa = sized(0x30, Buffer.from('06092a864886f70d01010b0500', 'hex'))
  const name = sized(0x30, sized(0x31, sized(0x30, Buffer.from('0603550403', 'hex'), sized(0x0c, Buffer.from('idp.example')))))
  const validity = sized(0x30, sized(0x17, Buffer.from('240101000000Z')), sized(0x17, Buffer.from('490101000000Z')))
  const body = sized(
    0x30,
    sized(0xa0, Buffer.from('020102', 'hex')),
    Buffer.from('020101', 'hex'),
    sha256WithRsa,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = createSign('sha256').update(body).sign(privateKey)
  return sized(0x30, body, sha256WithRsa, sized(0x03, Buffer.from([0]), signature)).toString('base64')
}
