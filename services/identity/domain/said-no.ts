import type { FaultCode } from '@myna/contracts'

const declined = ['access_denied', 'consent_required', 'interaction_required', 'login_required', 'account_selection_required']
const failed = ['server_error', 'temporarily_unavailable']
const setUpWrong = [
  'unauthorized_client',
  'invalid_client',
  'invalid_scope',
  'invalid_request',
  'unsupported_response_type',
  'redirect_uri_mismatch',
  'application_suspended',
]

/** What a provider that sends somebody back without a code means by its error (RFC 6749, section 4.1.2.1, OpenID Connect Core 1.0, section 3.1.2.6, and GitHub's own). */
export function saidNo(error: string | undefined): FaultCode {
  if (error === undefined) return 'identity.vendor_refused'
  if (declined.includes(error)) return 'identity.vendor_declined'
  if (failed.includes(error)) return 'identity.vendor_failed'
  return setUpWrong.includes(error) ? 'identity.vendor_misconfigured' : 'identity.vendor_refused'
}
