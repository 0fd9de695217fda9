import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSamlProtocol } from '#saml-protocol.ts'
import { playSaml, type Said } from '#test/play-saml.ts'

const saml = createSamlProtocol()
const idp = playSaml()
const provider = { entityId: idp.entityId, signInUrl: idp.signInUrl, certificates: [idp.certificate] }
const side = { entityId: 'https://myna.test/saml/1', consumerUrl: 'https://myna.test/api/v1/identity/sso/1/acs' }
const requestId = '_0123456789abcdef'

async function question() {
  return idp.readQuestion(await saml.begin(provider, side, { requestId, state: 'a state & more' }))
}
async function read(said: Said = {}, change?: (xml: string) => string) {
  return saml.read(provider, side, { response: idp.answer(await question(), said, change), requestId, now: new Date() })
}
const refusal = { name: 'PortFault', retryable: false }

test('a question names who asks, where to answer, and is carried with its state', async () => {
  expect(await question()).toEqual({ id: requestId, consumerUrl: side.consumerUrl, audience: side.entityId, state: 'a state & more' })
})

test('a signed assertion tells who it is about, also when the whole answer is signed beside it', async () => {
  expect(await read({ nameId: 'u-7', email: 'Asha@Example.com', name: 'Asha', assertionId: '_one' })).toMatchObject({
    subject: 'u-7',
    email: 'asha@example.com',
    emailVerified: true,
    name: 'Asha',
    assertionId: '_one',
  })
})

test('an address as the name of the subject is its address', async () => {
  expect(await read({ nameId: 'Ravi@example.com', email: null })).toMatchObject({ subject: 'Ravi@example.com', email: 'ravi@example.com' })
})

test('a name that is another each time does not stand for a person', async () => {
  const nameIdFormat = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'
  await expect(read({ nameIdFormat, nameId: 'x1', email: null })).rejects.toMatchObject(refusal)
  expect((await read({ nameIdFormat, nameId: 'x1' })).subject).toBe('person@example.com')
})

const stranger = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey
test.each<[string, Said]>([
  ['is not signed', { sign: 'nothing' }],
  ['is signed as an answer only', { sign: 'response' }],
  ['is signed by another key', { key: stranger }],
  ['is signed over SHA-1', { sha1: true }],
  ['is of another issuer', { issuer: 'https://evil.example/saml' }],
  ['is for another audience', { audience: 'https://other.example' }],
  ['is for no audience', { audience: null }],
  ['is for another recipient', { recipient: 'https://evil.example/acs' }],
  ['was sent elsewhere', { destination: 'https://evil.example/acs' }],
  ['answers another question', { inResponseTo: '_another' }],
  ['answers no question, though the answer around it says so', { inResponseTo: null }],
  ['ran out', { untilMs: -120_000 }],
  ['is not valid yet', { fromMs: 120_000 }],
  ['says that nobody was signed in', { status: 'AuthnFailed' }],
])('an assertion that %s is refused', async (_, said) => {
  await expect(read(said)).rejects.toMatchObject(refusal)
})

test('a minute that clocks differ is borne', async () => {
  expect((await read({ untilMs: -20_000 })).subject).toBe('person-1')
  expect((await read({ fromMs: 20_000 })).subject).toBe('person-1')
})

const assertionIn = (xml: string) => /<saml:Assertion .*<\/saml:Assertion>/s.exec(xml)![0]
const evilOf = (xml: string) =>
  assertionIn(xml)
    .replace(/<Signature.*<\/Signature>/s, '')
    .replace('person@example.com', 'victim@example.com')
    .replace(/ID="[^"]*"/, 'ID="_evil"')

test.each<[string, (xml: string) => string]>([
  ['an evil assertion before the signed one', (xml) => xml.replace('<saml:Assertion ', `${evilOf(xml)}<saml:Assertion `)],
  ['an evil assertion after the signed one', (xml) => xml.replace('</samlp:Response>', `${evilOf(xml)}</samlp:Response>`)],
  [
    'the signed assertion inside an evil one',
    (xml) => xml.replace(assertionIn(xml), evilOf(xml).replace('</saml:Assertion>', `${assertionIn(xml)}</saml:Assertion>`)),
  ],
  [
    'the signed assertion inside the signature of an evil one',
    (xml) => {
      const signature = /<Signature.*<\/Signature>/s.exec(xml)![0]
      const inner = assertionIn(xml).replace(signature, '')
      const wrapped = signature.replace('</Signature>', `<Object>${inner}</Object></Signature>`)
      return xml.replace(assertionIn(xml), evilOf(xml).replace('</saml:Issuer>', `</saml:Issuer>${wrapped}`))
    },
  ],
  [
    'the signed assertion as an extension',
    (xml) =>
      xml
        .replace('<samlp:Status>', `<samlp:Extensions>${assertionIn(xml)}</samlp:Extensions><samlp:Status>`)
        .replace(/(<\/samlp:Status>)<saml:Assertion .*<\/saml:Assertion>/s, `$1${evilOf(xml)}`),
  ],
  [
    'the same id twice',
    (xml) => xml.replace('</samlp:Response>', `${evilOf(xml).replace('_evil', /<saml:Assertion [^>]*ID="([^"]*)"/.exec(xml)![1]!)}</samlp:Response>`),
  ],
  ['a changed address', (xml) => xml.replace('person@example.com', 'victim@example.com')],
  ['a signature cut out', (xml) => xml.replace(/<Signature.*<\/Signature>/s, '')],
  ['two signed infos', (xml) => xml.replace(/<SignedInfo>.*<\/SignedInfo>/s, (it) => `${it}${it}`)],
])('%s proves nothing', async (_, change) => {
  await expect(read({}, change)).rejects.toMatchObject(refusal)
})

test('a comment in a name cannot cut it short', async () => {
  // Signed as `victim@example.com.evil.example`, read by careless ones as what stands before the comment.
  const change = (xml: string) => xml.replace('victim@example.com.evil.example', 'victim@example.com<!-- -->.evil.example')
  await expect(read({ nameId: 'victim@example.com.evil.example', email: null }, change)).rejects.toMatchObject(refusal)
  expect((await read({ nameId: 'victim@example.com.evil.example', email: null })).email).toBe('victim@example.com.evil.example')
})

test.each([
  ['a document type that names a file', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
  ['entities that grow without end', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'],
  ['an instruction', '<?xml-stylesheet href="https://evil.example"?>'],
])('%s is not read', async (_, head) => {
  await expect(read({}, (xml) => `${head}${xml}`)).rejects.toMatchObject(refusal)
  expect(() => saml.readMetadata(`${head}${idp.metadata}`)).toThrow(/refused/)
})

test('what is no answer at all is refused', async () => {
  for (const response of ['', 'not base64 ***', Buffer.from('<a>').toString('base64'), Buffer.from('<a/>').toString('base64'), 'A'.repeat(500_000)])
    await expect(saml.read(provider, side, { response, requestId, now: new Date() })).rejects.toMatchObject(refusal)
})

test('a provider is known from its metadata', () => {
  expect(saml.readMetadata(idp.metadata)).toMatchObject({
    entityId: idp.entityId,
    signInUrl: idp.signInUrl,
    certificates: [expect.stringContaining('BEGIN CERTIFICATE')],
  })
  for (const wrong of [
    '',
    '<a/>',
    saml.describe(side),
    idp.metadata.replace(idp.certificate, 'AAAA'),
    idp.metadata.replace('https://idp.example/sign-in', 'javascript:alert(1)'),
  ])
    expect(() => saml.readMetadata(wrong)).toThrow(/refused/)
})

test('metadata of this side bear any address', () => {
  expect(saml.describe({ entityId: 'https://a"><evil/>', consumerUrl: side.consumerUrl })).not.toContain('<evil')
})
