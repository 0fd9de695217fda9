import { mkdtempSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { Agent, request } from 'undici'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createLog } from '#log.ts'
import { callerHeader, signCaller } from '#seam/caller-token.ts'
import { remoteClients } from '#seam/remote-client.ts'
import { notebook, notebookContract } from '#seam/test/notebook.ts'
import { openHouse } from '#testing/index.ts'
import { type Certificates, openCertificates } from '#upstream/certificates.ts'
import { createUpstreams } from '#upstream/create-upstreams.ts'
import { openAuthority } from '#upstream/test/authority.ts'

const authority = openAuthority()
const folder = mkdtempSync(join(tmpdir(), 'myna-certificates-'))
const yesterday = new Date(Date.now() - 3_600_000)
const lines: string[] = []
const log = createLog({ level: 'info', destination: new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) }) })
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 20 })

let files = 0
/** Files of a certificate, and how to put others in their place. */
function filesOf(issued: { cert: string; key: string }, ca?: string) {
  const of = (name: string) => join(folder, `${files}-${name}.pem`)
  files++
  const paths = { certFile: of('cert'), keyFile: of('key'), caFile: ca === undefined ? undefined : of('ca') }
  const put = (it: { cert: string; key: string }) => {
    writeFileSync(paths.keyFile, it.key)
    writeFileSync(paths.certFile, it.cert)
  }
  put(issued)
  if (paths.caFile) writeFileSync(paths.caFile, ca!)
  return { ...paths, put }
}
const closers: (() => Promise<unknown> | void)[] = []
const open = async (issued: { cert: string; key: string }, ca: string | undefined = authority.ca) => {
  const { put, ...paths } = filesOf(issued, ca)
  const certificates = await openCertificates({ ...paths, log, everyMs: 20 })
  closers.push(() => certificates.close())
  return { certificates, put }
}

describe('processes that know each other by certificates', () => {
  let office: Awaited<ReturnType<typeof openHouse>>
  let officeFiles: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    officeFiles = await open(authority.issue())
    office = await openHouse({ services: [notebook], contracts: { notebook: notebookContract }, certificates: officeFiles.certificates })
  })
  afterEach(() => officeFiles.put(authority.issue()))
  afterAll(async () => {
    await office.close()
    for (const close of closers.splice(0)) await close()
  })

  const secureAddress = () => office.address.replace('http:', 'https:')
  const clientWith = async (certificates: Certificates | undefined, address = secureAddress()) => {
    const upstreams = await createUpstreams({ addresses: { notebook: [address] }, certificates, log, healthMs: 30 })
    closers.push(() => upstreams.close())
    const clients = remoteClients({ name: 'notebook', contract: notebookContract, upstreams, secret: office.secret })
    return { upstreams, client: clients({ caller: office.newCaller() }) as ReturnType<typeof office.client<typeof notebookContract>> }
  }

  it('ask each other over TLS, sockets too', async () => {
    const { client } = await clientWith((await open(authority.issue())).certificates)
    expect(await client.countNotes({})).toEqual({ count: 0 })
    const socket = await client.chat({ prefix: '> ' })
    socket.send({ say: 'hello' })
    expect((await socket.messages[Symbol.asyncIterator]().next()).value).toEqual({ heard: '> hello' })
    socket.close()
  })

  it('are not believed about a caller over plain HTTP, without a certificate, or with one of another authority', async () => {
    const target = '/api/v1/notebook/count'
    const other = openAuthority('Another')
    const ask = async (address: string, tls: object) => {
      const token = signCaller(office.newCaller(), { service: 'notebook', method: 'GET', target }, office.secret, Date.now())
      const dispatcher = new Agent({ connect: { ca: authority.ca, ...tls } })
      const { statusCode, headers, body } = await request(address + target, { dispatcher, headers: { [callerHeader]: token } })
      await body.dump()
      await dispatcher.close()
      return [statusCode, headers[callerHeader]]
    }
    expect(await ask(secureAddress(), authority.issue())).toEqual([200, undefined])
    expect(await ask(secureAddress(), {})).toEqual([503, 'refused'])
    expect(await ask(secureAddress(), other.issue())).toEqual([503, 'refused'])
    expect(await ask(secureAddress(), authority.issue({ until: yesterday }))).toEqual([503, 'refused'])
    expect(await ask(office.address, {})).toEqual([503, 'refused'])
  })

  it('go on serving people over plain HTTP and TLS on the same port', async () => {
    expect(await (await fetch(`${office.address}/health`)).json()).toEqual({ status: 'well' })
    const dispatcher = new Agent({ connect: { ca: authority.ca } })
    expect(await (await request(`${secureAddress()}/health`, { dispatcher })).body.json()).toEqual({ status: 'well' })
    expect((await request(`${secureAddress()}/api/v1/notebook/count`, { dispatcher })).statusCode).toBe(401)
    await dispatcher.close()
  })

  it('survive nonsense at the door', async () => {
    for (const nonsense of [Buffer.from([0x16, 0x03, 0x01, 0xff, 0xff, 0x00]), Buffer.from([0x16]), Buffer.from([0x00]), Buffer.alloc(0)])
      await new Promise<void>((resolve) => {
        const socket = connect(Number(new URL(office.address).port), '127.0.0.1', () => socket.end(nonsense))
        socket.on('close', () => resolve()).on('error', () => {})
        socket.resume()
      })
    expect(await (await fetch(`${office.address}/health`)).json()).toEqual({ status: 'well' })
  })

  it('whose certificate has expired are unavailable, with a clear word in the log, until a new one lies there', async () => {
    officeFiles.put(authority.issue({ until: yesterday }))
    await until(() => expect(lines.join('')).toContain('the certificate of this process has expired'))
    const { client, upstreams } = await clientWith((await open(authority.issue())).certificates)
    await expect(client.countNotes({})).rejects.toMatchObject({ code: 'server.unavailable' })
    await until(() => expect(lines.join('')).toContain('an instance is away: its certificate has expired'))
    expect(upstreams.list()[0]!.instances[0]!.state).toBe('away')
    officeFiles.put(authority.issue())
    await until(async () => expect(await client.countNotes({})).toEqual({ count: 0 }))
  })

  it('take a renewed certificate of their own without a restart', async () => {
    const own = await open(authority.issue({ until: yesterday }))
    const { client } = await clientWith(own.certificates)
    await expect(client.countNotes({})).rejects.toMatchObject({ code: 'server.unavailable' })
    own.put(authority.issue())
    await until(async () => expect(await client.countNotes({})).toEqual({ count: 0 }))
  })

  it('do not speak to who shows a certificate of another name', async () => {
    const other = authority.issue({ names: ['elsewhere.example'] })
    officeFiles.put(other)
    await until(() => expect(officeFiles.certificates.current().cert).toBe(other.cert))
    const { upstreams } = await clientWith((await open(authority.issue())).certificates)
    await until(() => expect(upstreams.list()[0]!.instances[0]!.state).toBe('away'))
  })
})

describe('the files of a certificate', () => {
  afterAll(async () => {
    for (const close of closers.splice(0)) await close()
  })

  it('are refused when they cannot be used, naming them', async () => {
    const { put: _put, ...paths } = filesOf({ ...authority.issue(), key: authority.issue().key })
    await expect(openCertificates({ ...paths, log })).rejects.toThrow(`The certificate cannot be used (MYNA_TLS_CERT ${paths.certFile}`)
    await expect(openCertificates({ ...paths, certFile: join(folder, 'nowhere'), log })).rejects.toThrow('The certificate cannot be used')
  })

  it('that break later are left aside', async () => {
    const issued = authority.issue()
    const { certificates, put } = await open(issued)
    put({ ...issued, cert: 'nonsense' })
    await until(() => expect(lines.join('')).toContain('the new certificate cannot be used; the one before is kept'))
    expect(certificates.current().cert).toBe(issued.cert)
    const renewed = authority.issue()
    put(renewed)
    await until(() => expect(certificates.current().cert).toBe(renewed.cert))
  })
})
