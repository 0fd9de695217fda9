import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DatabaseRefusal } from '#db/database-refusal.ts'
import { lockFolder } from '#db/folder-lock.ts'

let folder: string
let holder: ChildProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'myna-lock-'))
})
afterEach(() => {
  holder?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test('refuses a folder that another process holds, naming it, and takes it over when that was killed', async () => {
  holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `
    const { lockFolder } = await import(${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)})
    lockFolder(${JSON.stringify(folder)})
    console.log('held')
    setInterval(() => {}, 1000)`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(holder.stdout!, 'data')
  expect(() => lockFolder(folder)).toThrow(DatabaseRefusal)
  expect(() => lockFolder(folder)).toThrow(`in use by another Myna (process ${holder.pid} on `)
  holder.kill('SIGKILL')
  await once(holder, 'close')
  lockFolder(folder)()
})

test('is free again once given back, and may be given back twice', () => {
  const unlock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow('in use')
  unlock()
  unlock()
  lockFolder(folder)()
})
