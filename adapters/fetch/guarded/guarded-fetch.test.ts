import { WebFault } from '@myna/ports/web'
import { afterEach, describe, expect, it } from 'vitest'
import type { Resolve } from '#guarded-agent.ts'
import { createGuardedFetch, type GuardedFetch } from '#guarded-fetch.ts'
import { openSite } from '#test/site.ts'

const opened: GuardedFetch[] = []
afterEach(async () => void (await Promise.all(opened.splice(0).map((it) => it.close()))))

function fetchFor(allowHosts: string[], resolve?: Resolve): typeof globalThis.fetch {
  const made = createGuardedFetch({ allowHosts, ...(resolve ? { resolve } : {}) })
  opened.push(made)
  return made.fetch
}
const troubleOf = (error: unknown) => [error, (error as Error).cause].find((it) => it instanceof WebFault)?.trouble

describe('createGuardedFetch', () => {
  it('streams the answer of an allowed host', async () => {
    await using site = await openSite((request, response) => {
      response.write(`${request.method} `)
      setTimeout(() => response.end('done'), 5)
    })
    const guarded = fetchFor([site.host])
    expect(await (await guarded(site.url, { method: 'POST', body: '{}' })).text()).toBe('POST done')
    expect(await (await guarded(new Request(site.url, { method: 'PUT', body: 'x' }))).text()).toBe('PUT done')
  })

  it('stops when the caller aborts', async () => {
    await using site = await openSite(() => {})
    await expect(fetchFor([site.host])(site.url, { signal: AbortSignal.timeout(30) })).rejects.toThrow(/abort|timeout/i)
  })

  it('refuses a private address, a name that leads to one, and other schemes', async () => {
    await using site = await openSite((_, response) => void response.end('secret'))
    expect(await fetchFor([])(site.url).catch(troubleOf)).toBe('private_address')
    expect(await fetchFor([])(new URL(site.url)).catch(troubleOf)).toBe('private_address')
    expect(await fetchFor([])(new Request(site.url)).catch(troubleOf)).toBe('private_address')
    expect(await fetchFor([], async () => [{ address: '127.0.0.1', family: 4 }])(`http://models.example.com:${site.port}/`).catch(troubleOf)).toBe(
      'private_address',
    )
    expect(await fetchFor([])('file:///etc/passwd').catch(troubleOf)).toBe('bad_address')
    expect(site.connections()).toBe(0)
  })

  it('does not follow a redirect', async () => {
    await using inside = await openSite((_, response) => void response.end('secret'))
    await using site = await openSite((_, response) => void response.writeHead(307, { location: inside.url }).end())
    await expect(fetchFor([site.host])(site.url)).rejects.toThrow(TypeError)
    expect(inside.connections()).toBe(0)
  })
})
