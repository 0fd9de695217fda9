import { expect, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { canSpeakAndHear, installMicrophone, speak } from './scripted-microphone.ts'
import { see } from './see.ts'
import { openSignedIn } from './signed-in.ts'

const patience = { timeout: 60_000 }

/** What the page's newest peer connection has sent and heard so far. */
type Sound = { state: string; sent: number; heard: number }

/** A person lets the sound of a call go by WebRTC (what is said needs flite and pocketsphinx). */
describe.skipIf(!canSpeakAndHear)('a call whose sound goes by WebRTC', () => {
  let room: Awaited<ReturnType<typeof openSignedIn>>
  let page: Page
  const troubles: string[] = []

  beforeAll(async () => {
    room = await openSignedIn()
    page = await room.look({ theme: 'light', width: 1440 })
    page.on('pageerror', (error) => troubles.push(String(error)))
    await installMicrophone(page)
    await page.addInitScript(() => {
      const made: RTCPeerConnection[] = []
      const Real = RTCPeerConnection
      globalThis.RTCPeerConnection = class extends Real {
        constructor(...given: ConstructorParameters<typeof Real>) {
          super(...given)
          made.push(this)
        }
      }
      Object.assign(globalThis, {
        async soundOfPeer() {
          const connection = made.at(-1)
          const sound = { state: connection?.connectionState ?? 'none', sent: 0, heard: 0 }
          for (const it of (await connection?.getStats())?.values() ?? []) {
            if (it.type === 'outbound-rtp') sound.sent += it.packetsSent
            if (it.type === 'inbound-rtp') sound.heard += it.totalAudioEnergy
          }
          return sound
        },
      })
    })
    const config = { businessName: 'Example Dental', greeting: 'Hello.', languages: ['en'] }
    const answer = await room.context.request.post(`${room.myna.url}/api/v1/agents`, { data: { name: 'Front desk', config } })
    await page.goto(`${room.myna.url}/agents/${((await answer.json()) as { id: string }).id}`)
    await page.getByRole('button', { name: /^Talk/ }).first().click()
    await talk().getByRole('button', { name: 'Start with voice' }).click()
    await state(/Listening/)
  })
  afterAll(() => room?.close())

  const talk = () => page.getByRole('complementary', { name: /^Talk to/ })
  const transcript = () => talk().getByRole('log')
  const state = (words: RegExp) => see(talk().getByRole('status').first()).toHaveText(words, patience)
  const sound = () => page.evaluate(() => (globalThis as unknown as { soundOfPeer(): Promise<Sound> }).soundOfPeer())
  const choose = async (name: RegExp) => {
    await talk().getByRole('button', { name: 'How you are heard' }).click()
    await page.getByRole('menuitemradio', { name }).click()
    await page.keyboard.press('Escape')
  }

  it('comes about when it is chosen', async () => {
    await choose(/^WebRTC/)
    await expect.poll(async () => (await sound()).state, patience).toBe('connected')
    await talk().getByRole('button', { name: 'How you are heard' }).click()
    await see(page.getByText('Sound goes by WebRTC.')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  it('brings the caller to the agent, and the agent to the caller', async () => {
    await speak(page, 'I would like to book a meeting')
    await see(transcript()).toContainText('Which day and time would suit you?', patience)
    await expect.poll(async () => (await sound()).heard, patience).toBeGreaterThan(0.0001)
    await state(/Listening/)
  })

  it('goes on over the socket when it is given up', async () => {
    await choose(/^WebSocket/)
    await expect.poll(async () => (await sound()).state, patience).toBe('closed')
    await speak(page, 'tomorrow at four pm')
    await see(transcript()).toContainText('May I have your name?', patience)
    expect(troubles).toEqual([])
  })
})
