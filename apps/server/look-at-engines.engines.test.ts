import { tmpdir } from 'node:os'
import { createLog } from '@myna/kernel'
import { expect, it } from 'vitest'
import { readConfig } from '#config.ts'
import { lookAtEngines } from '#look-at-engines.ts'
import { playS3 } from '../../adapters/blobs/s3/test/played-s3.ts'

const log = createLog({ level: 'silent' })
const stateOf = async (env: Record<string, string>) =>
  Object.fromEntries((await lookAtEngines(readConfig({ MYNA_DATA: tmpdir(), ...env }), log)).map((it) => [it.name, it]))

it('names the twins where nothing is set', async () => {
  const states = await stateOf({})
  expect(Object.values(states).map((it) => [it.kind, it.state])).toEqual([
    ['embedded', 'well'],
    ['in process', 'well'],
    ['folder', 'well'],
    ['in process', 'well'],
  ])
})

it('says of engines that are away what to look at, without their secrets', async () => {
  const states = await stateOf({ DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/db', MYNA_REDIS_URL: 'redis://:hidden@127.0.0.1:1' })
  expect(states['Database']).toMatchObject({ kind: 'PostgreSQL', state: 'bad', sentence: expect.stringContaining('Check DATABASE_URL') as string })
  expect(states['Cache, limits, news']).toMatchObject({ kind: 'Redis', state: 'bad', sentence: expect.stringContaining('MYNA_REDIS_URL') as string })
  expect(JSON.stringify(states)).not.toContain('hidden')
})

it('uses an object store and says what is wrong with it', async () => {
  const played = await playS3()
  const { url, bucket, key, secret, region } = played.place
  const env = { MYNA_S3_URL: url, MYNA_S3_BUCKET: bucket, MYNA_S3_KEY: key, MYNA_S3_SECRET: secret, MYNA_S3_REGION: region }
  expect((await stateOf(env))['Recordings']).toMatchObject({ kind: 'S3', state: 'well' })
  expect(played.objects.size).toBe(0)
  played.deny(true)
  expect((await stateOf(env))['Recordings']).toMatchObject({ kind: 'S3', state: 'bad', sentence: expect.stringMatching(/denies access/) as string })
  await played.close()
})
