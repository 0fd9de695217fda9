import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEdge } from '#test/open-edge.ts'

const program = 'export const words = "the same words again and again";\n'.repeat(200)
const folder = mkdtempSync(join(tmpdir(), 'myna-console-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Myna</title>')
writeFileSync(join(folder, 'assets', 'main-abc.js'), program)
writeFileSync(join(folder, 'assets', 'tiny-abc.js'), 'export {}')
writeFileSync(join(folder, 'assets', 'font-abc.woff2'), Buffer.alloc(4_000, 1))
writeFileSync(join(folder, '..', `${folder.split('/').at(-1)}-secret.js`), 'secret '.repeat(1_000))

describe('the console', () => {
  let edge: Awaited<ReturnType<typeof openEdge>>
  beforeAll(async () => {
    edge = await openEdge({}, { ports: { consoleFolder: folder } })
  }, 120_000)
  afterAll(async () => {
    await edge.close()
    rmSync(folder, { recursive: true })
    rmSync(`${folder}-secret.js`)
  })
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const [answer] = (await once(httpRequest(edge.address, { path, headers }).end(), 'response')) as [IncomingMessage]
    const chunks: Buffer[] = []
    for await (const chunk of answer) chunks.push(chunk as Buffer)
    return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }
  }

  it('is sent as small as the browser can read it, and kept by it', async () => {
    for (let again = 0; again < 2; again++) {
      const br = await ask('/assets/main-abc.js', { 'accept-encoding': 'gzip, br' })
      expect(br.headers).toMatchObject({
        'content-encoding': 'br',
        vary: 'accept-encoding',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': 'text/javascript; charset=utf-8',
        'x-content-type-options': 'nosniff',
      })
      expect(String(brotliDecompressSync(br.body))).toBe(program)
      expect(br.body.length).toBeLessThan(program.length / 10)
    }
    expect(String(gunzipSync((await ask('/assets/main-abc.js', { 'accept-encoding': 'gzip' })).body))).toBe(program)
    expect(String((await ask('/assets/main-abc.js')).body)).toBe(program)
  })

  it('leaves alone what is small or compressed already, and what is not there', async () => {
    for (const path of ['/assets/tiny-abc.js', '/assets/font-abc.woff2']) {
      const plain = await ask(path, { 'accept-encoding': 'br' })
      expect([plain.status, plain.headers['content-encoding']]).toEqual([200, undefined])
    }
    expect((await ask('/assets/absent.js', { 'accept-encoding': 'br' })).status).toBe(404)
    expect((await ask('/assets/main-abc.js', { 'accept-encoding': 'br', range: 'bytes=0-9' })).body.length).toBe(10)
  })

  it('never leads out of its folder', async () => {
    const outside = `${folder.split('/').at(-1)}-secret.js`
    for (const path of [`/assets/..%2f..%2f${outside}`, `/assets/%2e%2e/%2e%2e/${outside}`, `/..%5c${outside}`]) {
      const { status, body } = await ask(path, { 'accept-encoding': 'br' })
      expect([status, String(body).includes('secret')]).toEqual([400, false])
    }
  })
})
