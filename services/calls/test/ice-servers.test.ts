import { playStun } from '@myna/media-werift/test/play-stun'
import { playBrowser } from '@myna/media-werift/test/played-browser'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCalls } from '#test/house.ts'

let stun: Awaited<ReturnType<typeof playStun>>
let room: Awaited<ReturnType<typeof openCalls>>
let agent: Awaited<ReturnType<typeof room.newAgent>>
beforeAll(async () => {
  stun = await playStun()
  room = await openCalls({ iceServers: (whom) => [{ urls: stun.url }, { urls: 'turn:127.0.0.1:9', username: `until:${whom}`, credential: 'word' }] })
  agent = await room.newAgent()
}, 120_000)
afterAll(() => Promise.all([room.close(), stun.close()]))

it('a browser is told the servers that help it find its way, in its own name, and learns from them where it is seen', async () => {
  const talker = await room.talkTo(agent)
  const { call, iceServers } = await talker.until(() => talker.messages('ready')[0], 60_000)
  expect(iceServers).toEqual([{ urls: stun.url }, { urls: 'turn:127.0.0.1:9', username: `until:${call.id}`, credential: 'word' }])
  const browser = await playBrowser({ iceServers: [{ urls: iceServers[0]!.urls }] })
  expect(browser.offer).toMatch(stun.candidate)
  expect(stun.asked()).toBeGreaterThan(0)
  await browser.end()
  await talker.hangUp()
}, 90_000)
