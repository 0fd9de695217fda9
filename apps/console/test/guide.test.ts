import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { guidePlaces } from '../src/guide/guide-for.ts'
import { fileOf, type GuideName, guideNames, partsWith, readGuide, targetOf } from '../src/guide/guide-pages.ts'
import { type Block, type Inline, readInline, readMarkdown } from '../src/guide/markdown.ts'

const folder = fileURLToPath(new URL('../../../docs/guide/', import.meta.url))
const names: GuideName[] = [...guideNames, 'changes']
const pages = names.map((name) => readGuide(name, readFileSync(join(folder, fileOf(name)), 'utf8')))

function inlinesOf(block: Block): Inline[] {
  if (block.kind === 'code') return []
  if (block.kind === 'list') return block.items.flat().flatMap(inlinesOf)
  if (block.kind === 'table') return [block.head, ...block.rows].flat(2)
  return block.inner
}
const deep = (it: Inline): Inline[] => [it, ...('inner' in it ? it.inner.flatMap(deep) : [])]
const codesOf = (block: Block): Extract<Block, { kind: 'code' }>[] =>
  block.kind === 'code' ? [block] : block.kind === 'list' ? block.items.flat().flatMap(codesOf) : []
const headingsOf = (name: GuideName) => pages.find((it) => it.name === name)!.blocks.flatMap((it) => (it.kind === 'heading' ? [it.id] : []))

test('every guide of the folder is a page', () => {
  expect(
    readdirSync(folder)
      .filter((it) => it.endsWith('.md'))
      .toSorted(),
  ).toEqual(guideNames.map(fileOf).toSorted())
  for (const { name, title, blocks } of pages) {
    expect(title, name).not.toBe(name)
    expect(blocks.length, name).toBeGreaterThan(1)
  }
})

test('every link and picture leads to something', () => {
  const broken = pages.flatMap(({ name, blocks }) =>
    blocks
      .flatMap(inlinesOf)
      .flatMap(deep)
      .flatMap((it) => {
        if (it.kind === 'image') return existsSync(join(folder, it.source)) ? [] : [`${name}: ${it.source}`]
        if (it.kind !== 'link') return []
        const target = targetOf(it.to)
        if (target === 'elsewhere') return URL.canParse(it.to) ? [] : [`${name}: ${it.to}`]
        if (target === 'file') return existsSync(join(folder, it.to.split('#')[0]!)) ? [] : [`${name}: ${it.to}`]
        return target.id === undefined || headingsOf(target.page).includes(target.id) ? [] : [`${name}: ${it.to}`]
      }),
  )
  expect(broken).toEqual([])
})

test('every page of the console leads to a part of a guide that is there', () => {
  expect(guidePlaces.filter(([, { page, id }]) => id !== undefined && !headingsOf(page).includes(id)).map(([path]) => path)).toEqual([])
})

test('code examples parse', () => {
  const examples = pages.flatMap(({ name, blocks }) => blocks.flatMap(codesOf).map((it) => ({ name, ...it })))
  const broken = examples.flatMap(({ name, language, text }) => {
    if (language === 'json') return parses(() => JSON.parse(text) as unknown) ? [] : [`${name}: ${text}`]
    if (language !== 'js' && language !== 'ts') return []
    return parses(() => stripTypeScriptTypes(text)) ? [] : [`${name}: ${text}`]
  })
  expect(examples.length).toBeGreaterThan(10)
  expect(broken).toEqual([])
  expect(parses(() => stripTypeScriptTypes('const a = ('))).toBe(false)
})

test('reads lists with what stands in them, tables, and words with a meaning', () => {
  expect(readMarkdown('1. One\n   more\n\n   ```\n   x\n   ```\n2. Two\n\nAfter')).toEqual([
    {
      kind: 'list',
      ordered: true,
      items: [
        [
          { kind: 'paragraph', inner: [{ kind: 'text', text: 'One more' }] },
          { kind: 'code', language: '', text: 'x' },
        ],
        [{ kind: 'paragraph', inner: [{ kind: 'text', text: 'Two' }] }],
      ],
    },
    { kind: 'paragraph', inner: [{ kind: 'text', text: 'After' }] },
  ])
  expect(readMarkdown('| a | b |\n|---|---|\n| `x\\|y` | z |')).toMatchObject([{ kind: 'table', rows: [[[{ kind: 'code', text: 'x|y' }], [{ text: 'z' }]]] }])
  expect(readInline('**[a](b.md#c)** and *d* <script>')).toMatchObject([
    { kind: 'strong', inner: [{ kind: 'link', to: 'b.md#c' }] },
    { kind: 'text', text: ' and ' },
    { kind: 'emphasis' },
    { kind: 'text', text: ' <script>' },
  ])
})

test('finds a part by any words of it', () => {
  expect(partsWith(pages, 'KEYPAD voicemail').length).toBeGreaterThan(0)
  expect(partsWith(pages, 'no such thing anywhere')).toEqual([])
})

function parses(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}
