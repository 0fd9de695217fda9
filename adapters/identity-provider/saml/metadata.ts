import { X509Certificate } from 'node:crypto'
import type { SamlSettings, SamlSide } from '@myna/ports/identity-provider'
import { allBelow, childrenOf, escapeXml, namespaces, onlyChild, parseXml, refused } from '#xml.ts'

const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'
const post = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'
const fewestRsaBits = 2_048

/** A provider from its metadata (SAML 2.0 metadata, section 2.4.3). Throws when there is not exactly one that takes questions by redirect. */
export function readMetadata(xml: string): SamlSettings {
  const root = parseXml(xml)
  const entities = root.localName === 'EntityDescriptor' ? [root] : allBelow(root, 'EntityDescriptor')
  const providers = entities.filter((it) => childrenOf(it, namespaces.metadata, 'IDPSSODescriptor').length > 0)
  const [entity, another] = providers
  const entityId = entity?.getAttribute('entityID')
  if (!entity || another || !entityId) throw refused('it describes not exactly one identity provider')
  const descriptor = onlyChild(entity, namespaces.metadata, 'IDPSSODescriptor')
  const door = childrenOf(descriptor, namespaces.metadata, 'SingleSignOnService').find((it) => it.getAttribute('Binding') === redirect)
  const signInUrl = door?.getAttribute('Location') ?? ''
  if (!URL.canParse(signInUrl) || !/^https?:$/.test(new URL(signInUrl).protocol)) throw refused('it names no sign-in address by redirect')
  const certificates = childrenOf(descriptor, namespaces.metadata, 'KeyDescriptor')
    .filter((it) => it.getAttribute('use') !== 'encryption')
    .flatMap((it) => allBelow(it, 'X509Certificate'))
    .map((it) => certificateOf(it.textContent ?? ''))
  if (certificates.length === 0) throw refused('it holds no certificate')
  return { entityId, signInUrl, certificates: certificates.slice(0, 5) }
}

/** A certificate as PEM, from PEM or bare base64. Throws when it is none, or its key is too short. */
export function certificateOf(text: string): string {
  const base64 = text.replace(/-----(BEGIN|END) CERTIFICATE-----/g, '').replace(/\s/g, '')
  const pem = `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END CERTIFICATE-----\n`
  let bits: number | undefined
  try {
    bits = new X509Certificate(pem).publicKey.asymmetricKeyDetails?.modulusLength
  } catch (error) {
    throw refused('a certificate cannot be read', error)
  }
  if (bits !== undefined && bits < fewestRsaBits) throw refused('the key of a certificate is too short')
  return pem
}

/** Metadata of this side: signed assertions, by POST. */
export function describeSide(side: SamlSide): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="${namespaces.metadata}" entityID="${escapeXml(side.entityId)}">
  <md:SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="true" protocolSupportEnumeration="${namespaces.protocol}">
    <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>
    <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>
    <md:AssertionConsumerService index="0" isDefault="true" Binding="${post}" Location="${escapeXml(side.consumerUrl)}"/>
  </md:SPSSODescriptor>
</md:EntityDescriptor>
`
}
