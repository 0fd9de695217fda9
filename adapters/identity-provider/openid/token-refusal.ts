import { PortFault } from '@myna/ports/fault'
import { ProviderRefusal } from '@myna/ports/identity-provider'
import { type JsonAnswer, saidIn } from '#read-json.ts'

/** What providers say when it is not the code that is wrong but what they know of this application (RFC 6749, section 5.2, and GitHub's own). */
const aboutClient = ['invalid_client', 'unauthorized_client', 'invalid_scope', 'incorrect_client_credentials', 'redirect_uri_mismatch', 'application_suspended']

/** The fault of a provider that did not exchange a code: it failed, knows this application otherwise, or refuses the code. */
export function tokenRefusal(provider: string, { status, body }: JsonAnswer): PortFault {
  const said = saidIn(body, status)
  const message = `${provider} refused a code: ${said}.`
  if (status >= 500 || said === 'temporarily_unavailable') return new PortFault(`${provider} could not exchange a code.`, { retryable: true, status })
  if (aboutClient.includes(said)) return new ProviderRefusal('set_up_wrong', message, { status })
  if (said === 'unverified_user_email') return new ProviderRefusal('no_address', message, { status })
  return new PortFault(message, { retryable: false, status })
}
