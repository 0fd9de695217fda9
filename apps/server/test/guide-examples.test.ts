import { execFile } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveMyna } from './myna.ts'
import { openPlace, type Place } from './place.ts'

const run = promisify(execFile)
const guide = readFileSync(fileURLToPath(new URL('../../../docs/guide/developers.md', import.meta.url)), 'utf8')
const examples = [...guide.matchAll(/^```(\w*)\n(.*?)^```/gms)].map(([, language, text]) => ({ language, text: text!.trim() }))
const commands = examples.filter((it) => it.language === '').map((it) => it.text)

let place: Place
let server: Awaited<ReturnType<typeof serveMyna>>
let env: Record<string, string>
beforeAll(async () => {
  place = await openPlace()
  server = await serveMyna(place.env)
  const { key } = await place.operator(server.url).identity.createApiKey({ name: 'guide', scopes: ['agents:read', 'keys:write', 'audit:read'] })
  env = { PATH: process.env['PATH'] ?? '', MYNA_URL: server.url, MYNA_API_KEY: key }
}, 240_000)
afterAll(async () => {
  await server?.stop()
  await place?.close()
})

/** What a command prints; one that follows a stream is ended by its own clock. */
const sh = (command: string) =>
  run('sh', ['-c', command], { env }).then(
    (it) => it.stdout,
    (error: { code: number; stdout: string }) => (error.code === 28 ? error.stdout : Promise.reject(error)),
  )
const commandWith = (word: string) => commands.find((it) => it.includes(word))!

it('each command of the guide does what it says', async () => {
  expect(commands).toHaveLength(5)
  expect(JSON.parse(await sh(commandWith('agents?limit')))).toMatchObject({ items: [] })
  expect(JSON.parse(await sh(commandWith('openapi.json')))).toMatchObject({ openapi: expect.stringMatching(/^3\.1\./) })
  const made = JSON.parse(await sh(commandWith('idempotency-key'))) as { key: string; apiKey: { id: string } }
  expect(made).toMatchObject({ key: expect.any(String), apiKey: { name: 'Website' } })
  expect(JSON.parse(await sh(commandWith('idempotency-key')))).toEqual(made)
  expect(JSON.parse(await sh(commandWith('/workspace/events')))).toEqual({ items: [] })
  const followed = await sh(commandWith('/workspace/news'))
  expect(followed).toContain('"kind":"all"')
  expect(followed).toContain('"topic":"call"')
}, 120_000)

it('the example of the SDK runs as it stands', async () => {
  const program = examples.find((it) => it.language === 'ts')!.text
  // Beside the packages, so that it finds the SDK by its name.
  const file = fileURLToPath(new URL(`./guide-example-${process.pid}.ts`, import.meta.url))
  writeFileSync(file, program)
  try {
    const { stdout } = await run(process.execPath, [file], { env })
    expect(stdout.trim().split('\n')).toEqual(['0', 'agents.not_found'])
  } finally {
    rmSync(file)
  }
}, 120_000)
