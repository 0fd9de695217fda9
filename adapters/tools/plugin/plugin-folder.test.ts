import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { callOf, openPlugins, sentenceOf } from '#test/open-plugins.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})
function open(options?: Parameters<typeof openPlugins>[0]) {
  const plugins = openPlugins(options)
  closers.push(plugins.close)
  return plugins
}
const never = new AbortController().signal

describe('a folder of plugins', () => {
  it('finds new plugins while it is open, and none where there is no folder', async () => {
    const plugins = open()
    expect(await plugins.list()).toEqual([])
    plugins.write('greeter', `export const greet = ({ name }) => 'Hello ' + name`)
    expect(await plugins.list()).toMatchObject([{ name: 'greeter', version: '1.0.0', trouble: null }])
    expect(await plugins.open('greeter', {}).run(callOf('greet', { name: 'আশা 🙂' }))).toBe('Hello আশা 🙂')
    rmSync(plugins.folder, { recursive: true })
    expect(await plugins.list()).toEqual([])
  })

  it('loads a changed plugin for the next run', async () => {
    const plugins = open()
    plugins.write('greeter', `export const greet = () => 'first'`)
    const host = plugins.open('greeter', {})
    expect(await host.run(callOf('greet'))).toBe('first')
    plugins.write('greeter', `export const greet = () => 'and second'\nexport const part = () => 'bye'`)
    expect(await host.run(callOf('greet'))).toBe('and second')
    expect((await host.list(never)).map((it) => it.name)).toEqual(['greet', 'part'])
    expect(plugins.processCount()).toBe(1)
    rmSync(join(plugins.folder, 'greeter'), { recursive: true })
    expect(await sentenceOf(host.run(callOf('greet')))).toBe('There is no plugin greeter.')
  })

  it.each([
    ['no JSON', '{', 'no JSON'],
    ['a list', '[]', 'no JSON object'],
    ['another name', '{"name":"other"}', 'names "other"'],
    ['no tools', '{"name":"wrong","version":"1","title":"W"}', '"tools"'],
    ['a host that is an address', '{"name":"wrong","version":"1","title":"W","hosts":["https://a.example/"],"tools":[{"name":"a"}]}', '"hosts"'],
    ['every host', '{"name":"wrong","version":"1","title":"W","hosts":["*"],"tools":[{"name":"a"}]}', '"hosts"'],
    ['two tools of a name', '{"name":"wrong","version":"1","title":"W","tools":[{"name":"a"},{"name":"a"}]}', 'same name'],
    ['a tool of a wrong name', '{"name":"wrong","version":"1","title":"W","tools":[{"name":"A b"}]}', 'small letters'],
    ['parameters of a list', '{"name":"wrong","version":"1","title":"W","tools":[{"name":"a","parameters":{"type":"array"}}]}', 'JSON Schema of an object'],
    ['too long a title', `{"name":"wrong","version":"1","title":"${'x'.repeat(200)}","tools":[{"name":"a"}]}`, '"title" is longer'],
    ['64 KB and more', ' '.repeat(70_000), '64 KB'],
  ])('says what is wrong with a manifest of %s', async (_, text, trouble) => {
    const plugins = open()
    plugins.write('wrong', `export const a = () => 1`)
    writeFileSync(join(plugins.folder, 'wrong', 'plugin.json'), text)
    expect((await plugins.list())[0]).toMatchObject({ name: 'wrong', trouble: expect.stringContaining(trouble) })
    expect(await sentenceOf(plugins.open('wrong', {}).run(callOf('a')))).toContain('cannot be used')
  })

  it.each(['../greeter', 'nothing', '', 'a/b', '.', 'A', 'x\0y'])('knows no plugin called %j', (name) => {
    expect(() => open().open(name, {})).toThrow('There is no plugin')
  })

  it('says why a plugin cannot be loaded', async () => {
    const plugins = open()
    plugins.write('broken', 'export const a = (')
    plugins.write('empty', 'export const a = 1')
    plugins.write('reader', `import 'node:fs'\nexport const a = () => 1`)
    plugins.write('looper', `for (;;);\nexport const a = () => 1`)
    expect(await sentenceOf(plugins.open('broken', {}).list(never))).toContain('The plugin broken cannot be loaded')
    expect(await sentenceOf(plugins.open('empty', {}).list(never))).toBe('The plugin empty has no function "a" in its index.mjs.')
    expect(await sentenceOf(plugins.open('reader', {}).list(never))).toContain('may not import "node:fs"')
    expect(await sentenceOf(plugins.open('looper', {}).run(callOf('a', {}, { timeoutMs: 400 })))).toContain('did not finish within 0.4 seconds')
  })
})

describe('a plugin that fails', () => {
  const source = `
    export const well = ({ say }) => say
    export const throws = () => { throw new Error('The shop is closed.') }
    export const throws_odd = () => { throw { get message() { throw 1 } } }
    export const loops = () => { for (;;); }
    export const waits = () => new Promise(() => {})
    export const hoards = () => { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)) }
    export const hoards_bytes = () => { const all = []; for (;;) all.push(new Uint8Array(2e7).fill(1)) }
    export const huge = () => 'x'.repeat(1e6)
    export const gigantic = () => 'x'.repeat(8e6)
    export const cyclic = () => { const it = {}; it.it = it; return it }
    export const large_number = () => 10n
    export const nothing = () => undefined
    export const later = () => { setTimeout(() => { throw new Error('later') }, 20); return new Promise(() => {}) }
    export const rejects_later = () => { Promise.reject(new Error('later')); return new Promise(() => {}) }
    export const deep = () => { let it = 1; for (let i = 0; i < 1e5; i++) it = [it]; return it }`

  it.each([
    ['throws', 'The plugin trouble failed: The shop is closed.'],
    ['throws_odd', 'The plugin trouble failed: It failed and did not say how.'],
    ['loops', 'The plugin trouble did not finish within 0.7 seconds and was stopped.'],
    ['waits', 'The plugin trouble did not finish within 0.7 seconds and was stopped.'],
    ['huge', 'The plugin trouble answered more than 200 KB.'],
    ['gigantic', 'The plugin trouble answered too much.'],
    ['cyclic', 'The plugin trouble failed: Converting circular structure to JSON'],
    ['large_number', 'The plugin trouble failed: Do not know how to serialize a BigInt'],
    ['later', 'The plugin trouble ended in the middle of its work.'],
    ['rejects_later', 'The plugin trouble ended in the middle of its work.'],
    ['deep', 'The plugin trouble failed: Maximum call stack size exceeded'],
  ])('ends %s with a sentence, and runs again at once', async (tool, sentence) => {
    const plugins = open()
    plugins.write('trouble', source)
    const host = plugins.open('trouble', {})
    await host.run(callOf('well', { say: 'ready' }))
    expect(await sentenceOf(host.run(callOf(tool, {}, { timeoutMs: 700 })))).toContain(sentence)
    expect(await host.run(callOf('well', { say: 'again' }))).toBe('again')
    expect(await host.run(callOf('nothing'))).toBeNull()
  })

  it.each(['hoards', 'hoards_bytes'])('is stopped when it %s memory', async (tool) => {
    const plugins = open()
    plugins.write('trouble', source)
    const host = plugins.open('trouble', {})
    expect(await sentenceOf(host.run(callOf(tool, {}, { timeoutMs: 20_000 })))).toMatch(/used more memory than it may|failed: .*(?:memory|allocation)/)
    expect(await host.run(callOf('well', { say: 'again' }))).toBe('again')
  })

  it('touches no other plugin and no other run of its own', async () => {
    const plugins = open()
    plugins.write('trouble', source)
    plugins.write('calm', `export const count = () => new Promise((done) => setTimeout(() => done('counted'), 500))`)
    const [trouble, calm] = [plugins.open('trouble', {}), plugins.open('calm', {})]
    const all = [
      calm.run(callOf('count')),
      sentenceOf(trouble.run(callOf('later'))),
      trouble.run(callOf('well', { say: 'beside' })),
      sentenceOf(trouble.run(callOf('loops', {}, { timeoutMs: 300 }))),
    ]
    expect(await Promise.all(all)).toEqual(['counted', expect.stringContaining('ended in the middle'), 'beside', expect.stringContaining('did not finish')])
  })

  it('is stopped when the caller goes away', async () => {
    const plugins = open()
    plugins.write('trouble', source)
    const leaving = new AbortController()
    const running = sentenceOf(plugins.open('trouble', {}).run(callOf('loops', {}, { signal: leaving.signal })))
    setTimeout(() => leaving.abort(), 300)
    expect(await running).toBe('The plugin trouble was stopped before it had finished.')
    expect(await sentenceOf(plugins.open('trouble', {}).run(callOf('well', {}, { signal: leaving.signal })))).not.toContain('no fault')
  })
})

describe('processes of plugins', () => {
  const source = `let count = 0\nexport const add = () => ++count\nexport const rest = () => new Promise((done) => setTimeout(() => done(++count), 250))`

  it('are kept for the next run, and end when nobody has used them for a while', async () => {
    const plugins = open({ idleMs: 300 })
    plugins.write('counter', source)
    const host = plugins.open('counter', {})
    expect([await host.run(callOf('add')), await host.run(callOf('add'))]).toEqual([1, 2])
    await expect.poll(() => plugins.processCount()).toBe(0)
    expect(await host.run(callOf('add'))).toBe(1)
  })

  it('are shared by no two organisations', async () => {
    const plugins = open()
    plugins.write('counter', source)
    const [one, two] = [plugins.open('counter', {}), plugins.open('counter', {})]
    expect([await one.run(callOf('add')), await two.run(callOf('add')), await one.run(callOf('add'))]).toEqual([1, 1, 2])
    await one.close()
    expect([await one.run(callOf('add')), await two.run(callOf('add'))]).toEqual([1, 2])
  })

  it('are few, however many runs there are', async () => {
    const plugins = open({ mostProcesses: 2 })
    plugins.write('counter', source)
    const hosts = [1, 2, 3].map(() => plugins.open('counter', {}))
    const runs = Array.from({ length: 9 }, (_, at) => hosts[at % 3]!.run(callOf('rest')))
    expect(plugins.processCount()).toBeLessThanOrEqual(2)
    expect((await Promise.all(runs)).every((it) => typeof it === 'number')).toBe(true)
    expect(plugins.processCount()).toBeLessThanOrEqual(2)
    const busy = Array.from({ length: 2 }, (_, at) => sentenceOf(hosts[at]!.run(callOf('rest'))))
    expect(await sentenceOf(hosts[2]!.run(callOf('rest', {}, { timeoutMs: 50 })))).toBe('All plugins are busy. Please try again.')
    await Promise.all(busy)
  })
})
