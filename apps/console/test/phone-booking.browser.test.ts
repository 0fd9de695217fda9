import { expect, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { canSpeakAndHear, installMicrophone, speak } from './scripted-microphone.ts'
import { see } from './see.ts'
import { openSignedIn } from './signed-in.ts'

/** What the caller says, in words that this machine's recogniser understands; it may still take one for another where that does not matter. */
const booking = 'I would like to book a meeting'
const time = 'tomorrow at four pm'
const name = 'My name is Peter Brown'
const phone = 'zero two zero seven nine four six zero zero one eight'
const again = 'could you repeat that please'
const yes = 'Yes please that is right'
/** Recognising takes as long as this machine lets it. */
const patience = { timeout: 60_000 }

type Turn = {
  speaker: string
  text: string
  interrupted: boolean
  move: { kind: string; goal: string | null; slot: string | null; runId: string | null } | null
}

/** A person books a meeting by voice, in a real browser, by the speech and the ears of this machine (needs flite and pocketsphinx). */
describe.skipIf(!canSpeakAndHear)('a meeting that is asked for by voice in the talk panel', () => {
  let room: Awaited<ReturnType<typeof openSignedIn>>
  let page: Page
  let callId: string
  const troubles: string[] = []

  beforeAll(async () => {
    room = await openSignedIn()
    page = await room.look({ theme: 'light', width: 1440 })
    page.on('pageerror', (error) => troubles.push(String(error)))
    await installMicrophone(page)
  })
  afterAll(() => room?.close())

  const api = async <T>(method: string, path: string, data?: unknown): Promise<T> => {
    const answer = await room.context.request.fetch(`${room.myna.url}/api/v1${path}`, { method, ...(data === undefined ? {} : { data }) })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const turns = async () => (await api<{ turns: Turn[] }>('GET', `/calls/${callId}`)).turns
  const lastMove = async () => (await turns()).findLast((it) => it.move !== null)?.move
  const talk = () => page.getByRole('complementary', { name: /^Talk to/ })
  const state = (words: RegExp) => see(talk().getByRole('status').first()).toHaveText(words, patience)

  it('begins with a greeting that the caller speaks over', async () => {
    const greeting = Array.from({ length: 7 }, (_, at) => `This is sentence number ${at}, which nobody hears to its end.`).join(' ')
    // Spoken slowly, so that there is something to speak over.
    const config = { businessName: 'Example Dental', greeting, languages: ['en'], country: 'GB', speed: 0.7 }
    const { id } = await api<{ id: string }>('POST', '/agents', { name: 'Front desk', config })
    await page.goto(`${room.myna.url}/agents/${id}`)
    await page.getByRole('button', { name: /^Talk/ }).first().click()
    await talk().getByRole('button', { name: 'Start with voice' }).click()
    await state(/Speaking/)
    callId = (await api<{ items: { id: string }[] }>('GET', '/calls')).items[0]!.id
    await speak(page, booking)
    await expect.poll(lastMove, patience).toMatchObject({ kind: 'asked', goal: 'schedule_meeting', slot: 'time' })
    expect((await turns()).find((it) => it.speaker === 'agent')).toMatchObject({ interrupted: true })
  })

  it('asks for what it needs', async () => {
    await state(/Listening/)
    await speak(page, time)
    await expect.poll(lastMove, patience).toMatchObject({ kind: 'asked', slot: 'name' })
    await state(/Listening/)
    await speak(page, name)
    await expect.poll(lastMove, patience).toMatchObject({ kind: 'asked', slot: 'phone' })
  })

  it('reads back what it understood, is interrupted once more, and acts on a yes', async () => {
    await state(/Listening/)
    await speak(page, phone)
    await expect.poll(lastMove, patience).toMatchObject({ kind: 'confirming', goal: 'schedule_meeting' })
    await state(/Speaking/)
    await speak(page, again)
    await expect
      .poll(async () => (await turns()).filter((it) => it.move?.kind === 'confirming'), patience)
      .toMatchObject([{ interrupted: true }, { interrupted: false }])
    await state(/Listening/)
    await speak(page, yes)
    await expect.poll(lastMove, patience).toMatchObject({ kind: 'acted', goal: 'schedule_meeting', runId: expect.any(String) })
  })

  it('leaves a record that can be read and heard', async () => {
    await talk().getByRole('button', { name: 'End', exact: true }).click()
    const heard = (await turns()).filter((it) => it.speaker === 'caller').map((it) => it.text)
    expect(heard).toHaveLength(6)
    expect(heard[2]).toMatch(new RegExp(`^${name}$`, 'i'))
    await page.goto(`${room.myna.url}/calls/${callId}`)
    await see(page.getByText(/my name is peter brown/i).first()).toBeVisible()
    await see(page.getByRole('button', { name: /play/i }).first()).toBeEnabled(patience)
    expect(troubles).toEqual([])
  })
})
