import { identity } from '@myna/contracts/identity'
import { identityEvents } from '@myna/contracts/identity-events'
import { type Context, defineService, reaction } from '@myna/kernel'
import { createAuthenticator } from '#edge/authenticator.ts'
import { mountConsole } from '#edge/console-files.ts'
import { mountOpenapi } from '#edge/openapi-document.ts'
import type { Ports } from '#edge/ports.ts'
import { mountProxy, proxyUpgrade } from '#edge/proxy.ts'
import { setSecurityHeaders } from '#edge/security-headers.ts'

const needs = { identity }
type GatewayContext = Context<typeof needs, {}, Ports>

/** Makes the public door of a process; it remembers credentials for some seconds. */
export function createGateway() {
  const authenticator = createAuthenticator()
  return defineService<Record<never, never>, typeof needs, {}, Ports>({
    name: 'gateway',
    contract: {},
    needs,
    operations: {},
    authenticate: (request, context, anonymous) => authenticator.callerOf(request, context, anonymous),
    upgrade: (request, duplex, head, context) => void proxyUpgrade(request, duplex, head, context, authenticator),
    routes(app, contextFor) {
      const context = contextFor({ tenantId: null, subject: 'service:gateway', roles: [], scopes: ['*'], traceId: 'gateway' })
      setSecurityHeaders(app, context.ports)
      // Whoever switches organisation or signs out must be another caller with the very next request.
      app.addHook('onSend', async (request) => {
        if (request.method !== 'GET' && request.url.startsWith('/api/v1/identity/')) authenticator.forget(request.headers)
      })
      mountOpenapi(app, context.ports)
      mountProxy(app, context, authenticator)
      mountConsole(app, context.ports)
    },
    hears: {
      onSessionsRevoked: reaction(identityEvents.sessionsRevoked, async (_data, _context: GatewayContext) => authenticator.forgetAll()),
    },
  })
}
