import { blobsConformance } from '@myna/ports/conformance/blobs'
import { createGuardedFetch, type GuardedFetch } from '@myna/fetch-guarded'
import { PortFault } from '@myna/ports/fault'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createS3Blobs, type S3Blobs } from '#s3-blobs.ts'
import { signRequest } from '#sign-request.ts'
import { playS3 } from './test/played-s3.ts'

type Played = Awaited<ReturnType<typeof playS3>>
const partBytes = 8_388_608

blobsConformance('s3', async () => {
  const played = await playS3()
  const guarded = createGuardedFetch({ allowHosts: [played.host] })
  const close = async () => void (await Promise.all([guarded.close(), played.close()]))
  return { store: createS3Blobs({ ...played.place, fetch: guarded.fetch }), close }
})

describe('a store that speaks S3', () => {
  let played: Played
  let guarded: GuardedFetch
  let store: S3Blobs
  beforeAll(() => void (guarded = createGuardedFetch({ allowHosts: ['127.0.0.1'] })))
  afterAll(() => guarded.close())
  beforeEach(async () => {
    played = await playS3()
    store = createS3Blobs({ ...played.place, fetch: guarded.fetch })
  })
  afterEach(() => played.close())

  async function* bytes(length: number, broken = false) {
    for (let at = 0; at < length; at += 1_000_003) yield new Uint8Array(Math.min(1_000_003, length - at)).fill(at % 251)
    if (broken) throw new Error('the sender went away')
  }
  const whole = async (name: string) => Buffer.concat(await Array.fromAsync((await store.get(name))!.body))
  const faultOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error as PortFault,
    )

  it.each([partBytes - 1, partBytes, partBytes + 1, 2 * partBytes + 5])('keeps %d bytes, in parts where there are more than fit one', async (length) => {
    await store.put('large', bytes(length))
    expect(Buffer.compare(await whole('large'), Buffer.concat(await Array.fromAsync(bytes(length))))).toBe(0)
    expect([...played.objects.keys()]).toEqual(['myna/large'])
    expect(played.uploads.size).toBe(0)
  })

  it('leaves neither an upload nor a blob when the sender goes away between parts', async () => {
    await expect(store.put('broken', bytes(2 * partBytes, true))).rejects.toThrow('the sender went away')
    expect(played.uploads.size).toBe(0)
    expect(played.objects.size).toBe(0)
  })

  it('goes on when the store is busy now and then, in every step of an upload', async () => {
    for (const step of ['uploads=', 'partNumber=1', 'partNumber=2']) played.befall('slow-down', (line) => line.includes(step), 2)
    played.befall('slow-down', (line) => line.startsWith('POST') && line.includes('uploadId='))
    await store.put('large', bytes(partBytes + 1))
    expect(played.objects.get('myna/large')?.length).toBe(partBytes + 1)
  })

  it('gives up on a store that stays busy, says so, and tidies up', async () => {
    played.befall('slow-down', (line) => line.includes('partNumber=1'), 4)
    const fault = await faultOf(store.put('large', bytes(partBytes + 1)))
    expect(fault).toMatchObject({ name: 'PortFault', retryable: true, message: 'The object store asks to be used more slowly.' })
    expect(played.uploads.size).toBe(0)
  })

  it('knows that an upload is complete although the answer was lost', async () => {
    played.befall('lose-answer', (line) => line.startsWith('POST') && line.includes('uploadId='))
    expect(await store.put('large', bytes(partBytes + 1))).toEqual({ bytes: partBytes + 1 })
    expect(played.objects.get('myna/large')?.length).toBe(partBytes + 1)
  })

  it('takes an error in the body of a good answer for what it is', async () => {
    played.befall('error-in-body', (line) => line.startsWith('POST') && line.includes('uploadId='))
    expect(await faultOf(store.put('large', bytes(partBytes + 1)))).toBeInstanceOf(PortFault)
    expect(played.uploads.size).toBe(0)
    expect(played.objects.size).toBe(0)
  })

  it('waits for a silent store no longer than it may, and asks again', async () => {
    const hasty = createS3Blobs({ ...played.place, fetch: guarded.fetch, answerMs: 300 })
    played.befall('stall', (line) => line.startsWith('PUT'))
    await hasty.put('a', bytes(10))
    played.befall('stall', (line) => line.startsWith('PUT'), 4)
    expect(await faultOf(hasty.put('a', bytes(10)))).toMatchObject({ retryable: true, message: 'The object store did not answer in time.' })
  })

  it.each(['cut-body', 'stall-body'] as const)('says that a blob did not come whole (%s)', async (trouble) => {
    const hasty = createS3Blobs({ ...played.place, fetch: guarded.fetch, answerMs: 300 })
    await hasty.put('a', bytes(200_000))
    played.befall(trouble, (line) => line.startsWith('GET'))
    const blob = await hasty.get('a')
    expect(await faultOf(Array.fromAsync(blob!.body))).toMatchObject({ name: 'PortFault', retryable: true })
  })

  it.each([
    ['a wrong secret', { secret: 'x' }, /does not accept the secret/],
    ['an unknown key', { key: 'x' }, /does not know the access key/],
    ['a bucket that is not there', { bucket: 'missing' }, /bucket does not exist/],
  ])('names %s, without the secret', async (_, wrong, sentence) => {
    const other = createS3Blobs({ ...played.place, ...wrong, fetch: guarded.fetch })
    const works = [
      () => other.put('a', bytes(1)),
      () => other.get('a'),
      () => other.delete('a'),
      () => Array.fromAsync(other.list('')),
      () => other.removeLeftovers(),
    ]
    for (const work of works) {
      const fault = await faultOf(work())
      expect(fault).toMatchObject({ name: 'PortFault', retryable: false, message: expect.stringMatching(sentence) as string })
      expect(fault!.message).not.toContain(played.place.secret)
    }
  })

  it('says that access is denied, once', async () => {
    played.deny(true)
    expect(await faultOf(store.put('a', bytes(1)))).toMatchObject({ retryable: false, message: expect.stringMatching(/denies access/) as string })
    expect(played.seen).toHaveLength(1)
  })

  it('lists page by page, below its prefix alone', async () => {
    played.objects.set('of-another/x', Buffer.from('x'))
    for (let at = 0; at < 7; at++) await store.put(`list/${at}`, bytes(at))
    expect(await Array.fromAsync(store.list(''))).toEqual(Array.from({ length: 7 }, (_, at) => ({ name: `list/${at}`, bytes: at })))
  })

  it('removes uploads that died more than a day ago, and not the others', async () => {
    const day = 24 * 60 * 60 * 1_000
    for (const [id, key, age] of [
      ['old', 'myna/a', day + 60_000],
      ['fresh', 'myna/b', 0],
      ['foreign', 'other/c', 2 * day],
    ] as const)
      played.uploads.set(id, { key, begun: new Date(Date.now() - age), parts: new Map() })
    expect(await store.removeLeftovers()).toBe(1)
    expect([...played.uploads.keys()]).toEqual(['fresh', 'foreign'])
  })

  it('reaches a bucket before the host, and signs for that host', async () => {
    const asked: string[] = []
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const url = input as string
      const headers = init?.headers as Record<string, string>
      const sha256 = headers['x-amz-content-sha256']!
      const signed = { host: new URL(url).host, 'x-amz-content-sha256': sha256, 'x-amz-date': headers['x-amz-date']! }
      const at = new Date(signed['x-amz-date'].replace(/^(....)(..)(..T..)(..)(..)Z$/, '$1-$2-$3:$4:$5Z'))
      expect(headers.authorization).toBe(signRequest({ method: 'PUT', path: '/myna/a', query: {}, headers: signed, sha256, at }, played.place))
      asked.push(url)
      return new Response('')
    }
    await createS3Blobs({ ...played.place, url: 'https://store.example:9000', style: 'host', fetch }).put('a', bytes(5))
    expect(asked).toEqual(['https://recordings.store.example:9000/myna/a'])
  })
})
