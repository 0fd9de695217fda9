import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { platform } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runMyna, serveMyna } from '#test/myna.ts'
import { openPlace, type Place } from '#test/place.ts'

let place: Place
let server: Awaited<ReturnType<typeof serveMyna>>
beforeAll(async () => {
  place = await openPlace()
  server = await serveMyna(place.env)
}, 120_000)
afterAll(async () => {
  await server?.stop('SIGKILL')
  await place.close()
})

/** The process that serves below the one that was started. */
const serving = () => Number(readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').split(' ')[0])
const isAlive = (pid: number) => {
  try {
    // One that has ended and that nobody has asked about is no process any more.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

describe.skipIf(platform() !== 'linux')('a server watched over', { timeout: 120_000 }, () => {
  it('is started again when it is killed; who connects meanwhile waits and is answered', async () => {
    const { hostname, port } = new URL(server.url)
    const dead = serving()
    process.kill(dead, 'SIGKILL')
    await expect.poll(() => isAlive(dead)).toBe(false)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    socket.end('GET /health HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n')
    const answer = (await Array.fromAsync(socket.setEncoding('utf8'))).join('')
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK[^]+"well"/)
    expect(serving()).not.toBe(dead)
    expect(server.said.err).toBe('Myna was ended by SIGKILL; it is started again, and who calls meanwhile is kept waiting.\n')
    expect(await fetch(`${server.url}/ready`).then((it) => it.status)).toBe(200)
  })

  it('serves from few arenas of memory', () => {
    expect(readFileSync(`/proc/${serving()}/environ`, 'utf8').split('\0')).toContain('MALLOC_ARENA_MAX=2')
  })

  it('does not outlive the one above it, so that the data folder is free', async () => {
    const orphan = serving()
    await server.stop('SIGKILL')
    await expect.poll(() => isAlive(orphan)).toBe(false)
    server = await serveMyna(place.env)
    expect(await fetch(`${server.url}/ready`).then((it) => it.status)).toBe(200)
  })

  it('ends with 0 when either of the two is told to stop, and keeps nobody waiting', async () => {
    process.kill(serving(), 'SIGTERM')
    expect(await server.ended).toMatchObject({ code: 0, signal: null, err: '' })
    server = await serveMyna(place.env)
    expect(await server.stop('SIGINT')).toMatchObject({ code: 0, err: '' })
    await expect(fetch(server.url)).rejects.toThrow()
  })

  it('serves without one above it when that is wished', async () => {
    server = await serveMyna(place.env, '--alone')
    expect(readFileSync(`/proc/${server.pid}/cmdline`, 'utf8')).toContain(join('server', 'main.ts'))
    expect(await server.stop('SIGTERM')).toMatchObject({ code: 0, err: '' })
  })

  it('gives up a start that refuses, with its sentence and its exit code', async () => {
    expect(await runMyna(['serve'], { ...place.env, PORT: 'x' })).toMatchObject({
      code: 4,
      out: '',
      err: expect.stringMatching(/^PORT is "x", which cannot be used\./),
    })
  })
})
