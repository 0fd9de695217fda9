import { PortFault } from './fault.ts'

/** Whom an identity provider vouches for. */
export type ExternalPerson = {
  /** Never changes and is never given to another: what an account is linked by. */
  subject: string
  email: string | null
  /** Whether the provider itself has checked that the address is theirs. */
  emailVerified: boolean
  name: string | null
}

/**
 * A refusal that trying again does not change: `set_up_wrong`, the provider does not accept this client, its secret or its address, or the clocks differ;
 * `no_address`, it signs in nobody whose e-mail address it has not checked.
 */
export class ProviderRefusal extends PortFault {
  override name = 'ProviderRefusal'
  readonly why: 'set_up_wrong' | 'no_address'
  constructor(why: ProviderRefusal['why'], message: string, options: { status?: number; cause?: unknown } = {}) {
    super(message, { ...options, retryable: false })
    this.why = why
  }
}

/** A provider that answers with a code at an address of ours: OAuth 2.0 with PKCE, OpenID Connect. Throws `PortFault`: `retryable` when the provider failed, not when it refused. */
export type CodeProvider = {
  /** Where the browser is to be led. `nonce` and `codeVerifier` are secrets of this one sign-in. */
  begin(it: { redirectUri: string; state: string; nonce: string; codeVerifier: string; email: string | undefined }): Promise<string>
  /** Who came back with a code. */
  finish(it: { redirectUri: string; code: string; nonce: string; codeVerifier: string; now: Date }): Promise<ExternalPerson>
}

/** What a provider of OpenID Connect is reached with. */
export type OpenidSettings = { issuer: string; clientId: string; clientSecret: string | undefined }
export type OpenidMaker = (settings: OpenidSettings) => CodeProvider

/** A SAML 2.0 identity provider as its metadata describe it. */
export type SamlSettings = { entityId: string; signInUrl: string; certificates: readonly string[] }
/** This side, as a provider knows it. */
export type SamlSide = { entityId: string; consumerUrl: string }

/** What a signed assertion says; `id` and `until` let each be used once. */
export type SamlPerson = ExternalPerson & { assertionId: string; until: Date }

/** SAML 2.0 by redirect and POST, for sign-ins that begin here. Throws `PortFault` that is not retryable when an answer proves nothing. */
export type SamlProtocol = {
  /** Where the browser is to be led; `requestId` begins with a letter. */
  begin(provider: SamlSettings, side: SamlSide, it: { requestId: string; state: string }): Promise<string>
  /** Who an answer is about: every word of it from the signed assertion, made for this request and this side. */
  read(provider: SamlSettings, side: SamlSide, it: { response: string; requestId: string; now: Date }): Promise<SamlPerson>
  /** Metadata of this side as XML. */
  describe(side: SamlSide): string
  /** A provider from its metadata. */
  readMetadata(xml: string): SamlSettings
  /** The same settings with certificates in one form; throws when they cannot be used. */
  checked(provider: SamlSettings): SamlSettings
}
