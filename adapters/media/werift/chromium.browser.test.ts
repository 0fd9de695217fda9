import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Peer } from '@myna/ports/peer'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPeers } from '#index.ts'
import { page } from '#test/page.ts'

const executablePath = process.env.MYNA_TEST_CHROMIUM ?? '/usr/bin/chromium'

describe.skipIf(!existsSync(executablePath))('a peer and Chromium', () => {
  let server: Server
  let browser: Browser
  let peer: Peer | undefined
  let answered = ''
  const heard: Uint8Array[] = []
  const lost: string[] = []

  beforeAll(async () => {
    const make = createPeers()
    server = createServer(async (request, response) => {
      response.setHeader('content-type', 'text/html')
      if (request.method !== 'POST') return response.end(page)
      const offer = Buffer.concat(await Array.fromAsync(request)).toString()
      peer = await make(offer, { open() {}, sound: (pcm) => void heard.push(new Uint8Array(pcm)), lost: (reason) => void lost.push(reason) })
      answered = peer.answer
      return response.end(peer.answer)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'] })
  })
  afterAll(async () => {
    peer?.close()
    await browser?.close()
    server?.close()
  })

  it('hear each other, and the peer notices when the page is gone', async () => {
    const tab = await browser.newPage()
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await tab.evaluate('run()')
    expect(answered).toContain('useinbandfec=1')

    const second = Int16Array.from({ length: 16_000 }, (_, at) => 9_000 * Math.sin((2 * Math.PI * 1_000 * at) / 16_000))
    const speaking = setInterval(() => peer!.waitingMs < 1_000 && peer!.send(new Uint8Array(second.buffer)), 200)
    await expect.poll(() => tab.evaluate('Math.abs(loudest() - 1000) < 30'), { timeout: 20_000 }).toBe(true)
    await expect.poll(() => pitchOf(Buffer.concat(heard).subarray(-32_000)), { timeout: 20_000 }).toBeCloseTo(500, -1)
    clearInterval(speaking)

    await tab.close()
    await expect.poll(() => lost, { timeout: 20_000 }).toHaveLength(1)
  })
})

/** Of a tone of one second. */
function pitchOf(pcm: Buffer): number {
  let crossings = 0
  for (let at = 2; at + 1 < pcm.length; at += 2) if (pcm.readInt16LE(at - 2) < 0 !== pcm.readInt16LE(at) < 0) crossings++
  return crossings / 2
}
