import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog } from '@myna/kernel'
import { describe, expect, it } from 'vitest'
import { readConfig } from '#config.ts'
import { openNeighbours } from '#neighbours.ts'

const log = createLog({ level: 'silent' })
const folder = mkdtempSync(join(tmpdir(), 'myna-neighbours-'))
const fileOf = (text: string) => {
  const path = join(folder, `${Math.random()}.json`)
  writeFileSync(path, text)
  return path
}
const open = (env: NodeJS.ProcessEnv, here: string[] = ['gateway']) =>
  openNeighbours(readConfig({ DATABASE_URL: 'postgres://localhost/x', PORT: '3999', ...env }), here, log)

describe('services in other processes', () => {
  it('are none where no address is named, or only of what runs here', async () => {
    expect(await open({})).toBeUndefined()
    expect(await open({ MYNA_ADDRESSES: 'gateway=http://127.0.0.1:3999' })).toBeUndefined()
  })

  it('are known by the variable and by the file, which goes before it', async () => {
    const neighbours = await open({
      MYNA_ADDRESSES: 'identity=http://a:1|http://b:1,gateway=http://c:1,audit=http://c:1',
      MYNA_ADDRESS_FILE: fileOf('{"audit": "http://d:1", "brain": ["http://e:1", "http://f:1"], "gateway": "http://g:1"}'),
    })
    const list = neighbours!.list().map(({ service, instances }) => [service, instances.map((it) => it.address)])
    await neighbours!.close()
    expect(Object.fromEntries(list)).toEqual({ identity: ['http://a:1', 'http://b:1'], audit: ['http://d:1'], brain: ['http://e:1', 'http://f:1'] })
  })

  it.each([
    ['a name that is no service', { MYNA_ADDRESSES: 'oven=http://a:1' }, 'MYNA_ADDRESSES names "oven", which is no service.'],
    ['a name in the file that is no service', { MYNA_ADDRESS_FILE: fileOf('{"oven": "http://a:1"}') }, 'names "oven", which is no service.'],
    ['a path', { MYNA_ADDRESSES: 'brain=http://a:1/path' }, 'says that brain is at "http://a:1/path". An address is http://host:port'],
    ['a port that is none', { MYNA_ADDRESSES: 'brain=dns://a:70000' }, 'An address is http://host:port'],
    ['no port of a name', { MYNA_ADDRESSES: 'brain=dns://a' }, 'An address is http://host:port'],
    ['a file that is not there', { MYNA_ADDRESS_FILE: join(folder, 'nowhere') }, 'which cannot be read'],
    ['a file that is no JSON', { MYNA_ADDRESS_FILE: fileOf('{"brain":') }, 'is no JSON'],
    ['a file that is a list', { MYNA_ADDRESS_FILE: fileOf('[]') }, 'must be an object'],
    ['a file without an address', { MYNA_ADDRESS_FILE: fileOf('{"brain": []}') }, 'names no address of brain'],
    ['a file with a number', { MYNA_ADDRESS_FILE: fileOf('{"brain": 7}') }, 'says that brain is at 7'],
    ['itself', { MYNA_ADDRESSES: 'brain=http://localhost:3999' }, 'this process, and it does not run brain. Add brain to MYNA_TARGET'],
    ['itself by a name', { MYNA_ADDRESSES: 'brain=dns://localhost:3999' }, 'this process, and it does not run brain'],
    ['the embedded database', { MYNA_ADDRESSES: 'brain=http://a:1', DATABASE_URL: '' }, 'set DATABASE_URL'],
  ])('are refused: %s', async (_, env, sentence) => {
    await expect(open(env)).rejects.toThrow(sentence)
  })

  it('are refused without telling the word in an address', async () => {
    await expect(open({ MYNA_ADDRESSES: 'brain=http://me:hunter2@a:1' })).rejects.toThrow('"http://…@a:1"')
  })
})
