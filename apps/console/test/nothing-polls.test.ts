import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('../src/', import.meta.url))

test('no page asks on a timer: what changes comes by the one line of the tab', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((it) => /\.tsx?$/.test(it))
  expect(files.length).toBeGreaterThan(200)
  expect(files.filter((it) => /\brefetchInterval\b/.test(readFileSync(join(src, it), 'utf8')))).toEqual([])
})
