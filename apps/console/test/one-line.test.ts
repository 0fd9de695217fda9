import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('../src/', import.meta.url))

test('a tab has one line to the server, which feeds every page', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((it) => /\.tsx?$/.test(it))
  const opening = files.filter((it) => /\bapi\.\w+\.watch[A-Z]|new EventSource\b/.test(readFileSync(join(src, it), 'utf8')))
  expect(opening.toSorted()).toEqual(['shell/use-news.ts'])
})
