import { type CacheProvider, SAML, ValidateInResponseTo } from '@node-saml/node-saml'
import { PortFault } from '@myna/ports/fault'
import type { SamlProtocol, SamlSettings, SamlSide } from '@myna/ports/identity-provider'
import { certificateOf, describeSide, readMetadata } from '#metadata.ts'
import { checkShape, readAssertion } from '#read-assertion.ts'
import { refused } from '#xml.ts'

const clockSkewMs = 60_000
const longestResponse = 400_000

/** Requests are remembered by whoever asks here, not by the library. */
const nothingKept: CacheProvider = { saveAsync: async () => null, getAsync: async () => null, removeAsync: async () => null }

/**
 * SAML 2.0 for the web browser profile: questions by redirect, answers by POST with a signed assertion. The library verifies the signature; what counts
 * is then read again from the bytes that were signed, strictly.
 */
export function createSamlProtocol(): SamlProtocol {
  const library = (provider: SamlSettings, side: SamlSide, requestId: string) =>
    new SAML({
      idpCert: provider.certificates.map(certificateOf),
      idpIssuer: provider.entityId,
      entryPoint: provider.signInUrl,
      issuer: side.entityId,
      audience: side.entityId,
      callbackUrl: side.consumerUrl,
      generateUniqueId: () => requestId,
      identifierFormat: null,
      disableRequestedAuthnContext: true,
      wantAssertionsSigned: true,
      wantAuthnResponseSigned: false,
      acceptedClockSkewMs: clockSkewMs,
      validateInResponseTo: ValidateInResponseTo.never,
      cacheProvider: nothingKept,
    })
  return {
    async begin(provider, side, { requestId, state }) {
      return library(provider, side, requestId).getAuthorizeUrlAsync(state, undefined, {})
    },
    async read(provider, side, { response, requestId, now }) {
      if (response.length > longestResponse) throw refused('it is too long')
      checkShape(Buffer.from(response, 'base64').toString('utf8'), side)
      try {
        const { profile } = await library(provider, side, requestId).validatePostResponseAsync({ SAMLResponse: response })
        const signed = profile?.getAssertionXml?.()
        if (!signed) throw refused('nothing in it is signed')
        return readAssertion(signed, provider, side, { requestId, now })
      } catch (error) {
        throw error instanceof PortFault ? error : refused('its signature or its conditions do not hold', error)
      }
    },
    describe: describeSide,
    readMetadata,
    checked: (provider) => ({ ...provider, certificates: provider.certificates.map(certificateOf) }),
  }
}
