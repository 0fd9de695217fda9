import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLog } from '#log.ts'
import { createUpstreams, type UpstreamOptions } from '#upstream/create-upstreams.ts'
import { playNames } from '#upstream/test/played-names.ts'
import { playService } from '#upstream/test/played-service.ts'
import type { Upstreams } from '#upstream/upstreams.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
  lines.length = 0
})
const lines: string[] = []
const log = createLog({ level: 'info', destination: new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) }) })
const file = join(mkdtempSync(join(tmpdir(), 'myna-addresses-')), 'addresses.json')

async function open(options: Partial<UpstreamOptions>): Promise<Upstreams> {
  const upstreams = await createUpstreams({ addresses: {}, log, healthMs: 60_000, namesMs: 20, fileMs: 20, ...options })
  closers.push(() => upstreams.close())
  return upstreams
}
const placesOf = (upstreams: Upstreams, service = 'bread') =>
  upstreams
    .list()
    .find((it) => it.service === service)
    ?.instances.map((it) => it.address)
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 })

describe('the addresses of a service', () => {
  it('are all of a name, asked for again and again; when it cannot be asked they stay', async () => {
    const records: Parameters<typeof playNames>[0] = new Map([['bread.test', [{ type: 'A', address: '127.0.0.1' }]]])
    const names = await playNames(records)
    const upstreams = await open({ addresses: { bread: ['dns://bread.test:3000', 'http://127.0.0.9:1'] }, resolver: names.resolver })
    expect(placesOf(upstreams)).toEqual(['http://127.0.0.1:3000', 'http://127.0.0.9:1'])
    records.set('bread.test', [
      { type: 'A', address: '127.0.0.2' },
      { type: 'A', address: '127.0.0.3' },
    ])
    await until(() => expect(placesOf(upstreams)).toEqual(['http://127.0.0.2:3000', 'http://127.0.0.3:3000', 'http://127.0.0.9:1']))
    records.delete('bread.test')
    await until(() => expect(lines.join('')).toContain('a name of a service cannot be resolved; what it stood for is kept'))
    expect(placesOf(upstreams)).toHaveLength(3)
    await names.close()
  })

  it('are the hosts and ports of SRV records of the first priority', async () => {
    const names = await playNames(
      new Map([
        [
          '_http._tcp.bread.test',
          [
            { type: 'SRV', name: 'one.test', port: 3001 },
            { type: 'SRV', name: 'two.test', port: 3002 },
            { type: 'SRV', name: 'later.test', port: 3003, priority: 1 },
          ],
        ],
        ['one.test', [{ type: 'A', address: '127.0.0.1' }]],
        ['two.test', [{ type: 'A', address: '127.0.0.2' }]],
      ]),
    )
    closers.push(names.close)
    const upstreams = await open({ addresses: { bread: ['srv://_http._tcp.bread.test'] }, resolver: names.resolver })
    expect(placesOf(upstreams)?.toSorted()).toEqual(['http://127.0.0.1:3001', 'http://127.0.0.2:3002'])
  })

  it("are those of this machine without a name server of one's own; of a name nobody knows there are none yet", async () => {
    const upstreams = await open({ addresses: { bread: ['dns://localhost:3000'], butter: ['dns://nowhere.invalid:3000'] } })
    expect(placesOf(upstreams)).toContain('http://127.0.0.1:3000')
    expect(upstreams.knows('butter')).toBe(true)
    expect(() => upstreams.take('butter')).toThrow('not reachable right now')
  })

  it('are read from a file again when it changes; one that cannot be read is left aside', async () => {
    writeFileSync(file, '{"bread": "http://127.0.0.1:1", "butter": "http://127.0.0.1:1"}')
    const upstreams = await open({ addresses: { jam: ['http://127.0.0.1:4'], bread: ['http://127.0.0.1:9'] }, file })
    expect(placesOf(upstreams)).toEqual(['http://127.0.0.1:1'])
    writeFileSync(file, '{"bread": ["http://127.0.0.1:1", "http://127.0.0.1:2"]}')
    await until(() => expect(placesOf(upstreams)).toEqual(['http://127.0.0.1:1', 'http://127.0.0.1:2']))
    expect([upstreams.knows('butter'), upstreams.knows('jam')]).toEqual([false, true])
    for (const broken of ['{"bread": [', '{"bread": ["ftp://a"]}', '[]', '']) {
      lines.length = 0
      writeFileSync(file, broken)
      await until(() => expect(lines.join('')).toContain('the address file cannot be used; the addresses it had are kept'))
      expect(placesOf(upstreams)).toEqual(['http://127.0.0.1:1', 'http://127.0.0.1:2'])
    }
    writeFileSync(file, '{}')
    await until(() => expect(placesOf(upstreams)).toEqual(['http://127.0.0.1:9']))
  })

  it('that are taken away lose no request that is on its way', async () => {
    let answer = () => {}
    const leaving = await playService((_, response) => void (answer = () => response.end('whole')))
    closers.push(leaving.close)
    writeFileSync(file, JSON.stringify({ bread: leaving.address }))
    const upstreams = await open({ file })
    const lease = upstreams.take('bread')
    const asked = lease.pool.request({ path: '/', method: 'GET' })
    const late = upstreams.take('bread')
    writeFileSync(file, '{"bread": "http://127.0.0.1:2"}')
    await until(() => expect(placesOf(upstreams)).toEqual(['http://127.0.0.1:2']))
    await until(() => expect(leaving.state.heard).toBe(1))
    answer()
    expect(await (await asked).body.text()).toBe('whole')
    lease.settle('answered')
    // Leave that was given is good for a request that has not begun yet.
    const second = late.pool.request({ path: '/', method: 'GET' })
    await until(() => expect(leaving.state.heard).toBe(2))
    answer()
    expect((await second).statusCode).toBe(200)
    await (await second).body.dump()
    late.settle('answered')
  })
})
