import { createLog } from '@myna/kernel'
import { describe, expect, it } from 'vitest'
import { createKeptEngines } from '#dispatch/kept-engines.ts'

const log = createLog({ level: 'silent' })

describe('kept engines', () => {
  const open = (most = 3) => {
    const kept = createKeptEngines({ log, most })
    const closed: string[] = []
    const made: string[] = []
    const make = (name: string) => () => {
      made.push(name)
      return { name, close: async () => void closed.push(name) }
    }
    const of = (key: string, revision = 1, tenantId = 't') => kept.of(key, { tenantId, revision, make: make(`${key}@${revision}`) })
    return { kept, of, closed, made }
  }

  it('are made once for a revision', () => {
    const { of, made, closed } = open()
    expect(of('a').engine).toBe(of('a').engine)
    of('a', 2)
    expect(made).toEqual(['a@1', 'a@2'])
    expect(closed).toEqual(['a@1'])
  })

  it('are closed when too many are kept, those used longest ago first, those in use never', () => {
    const { of, kept, closed } = open()
    const release = of('a').hold()
    of('b')
    of('c')
    of('b')
    of('d')
    expect(closed).toEqual(['c@1'])
    of('e')
    expect(closed).toEqual(['c@1', 'b@1'])
    expect(kept.size).toBe(3)
    release()
    of('f')
    expect(closed).toEqual(['c@1', 'b@1', 'a@1'])
  })

  it('are closed once, when the last who holds them lets them go', () => {
    const { of, kept, closed } = open()
    const engine = of('a')
    const [one, two] = [engine.hold(), engine.hold()]
    engine.leaving.addEventListener('abort', one)
    kept.keepOnly('other', new Map())
    expect(engine.leaving.aborted).toBe(false)
    kept.keepOnly('t', new Map([['a', 2]]))
    expect(engine.leaving.aborted).toBe(true)
    one()
    expect(closed).toEqual([])
    two()
    two()
    expect(closed).toEqual(['a@1'])
  })

  it('are all closed at the end, held or not', async () => {
    const { of, kept, closed } = open()
    const release = of('a').hold()
    of('b')
    await kept.close()
    release()
    expect(closed.toSorted()).toEqual(['a@1', 'b@1'])
  })
})
