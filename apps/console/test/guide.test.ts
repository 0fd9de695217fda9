import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { guideFor, guidePlaces } from '../src/guide/guide-for.ts'
import {
  fileOf,
  type GuideName,
  type GuidePage,
  guideNames,
  partsWith,
  readGuide,
  readTranslation,
  targetOf,
  translatedLanguages,
  translatedNames,
} from '../src/guide/guide-pages.ts'
import { type Block, type Inline, readInline, readMarkdown } from '../src/guide/markdown.ts'

const folder = fileURLToPath(new URL('../../../docs/guide/', import.meta.url))
const names: GuideName[] = [...guideNames, 'changes']
const pages = names.map((name) => readGuide(name, readFileSync(join(folder, fileOf(name)), 'utf8')))

const translations = translatedLanguages.flatMap((language) =>
  translatedNames.map((name) => readTranslation(pages.find((it) => it.name === name)!, language, readFileSync(join(folder, language, fileOf(name)), 'utf8'))),
)

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

test('every guide of the folder, but those of whoever runs the installation, stands in Hindi and Bengali', () => {
  const forOperators = ['deploy.md', 'environment.md', 'operate.md', 'watch.md']
  const wanted = readdirSync(folder).filter((it) => it.endsWith('.md') && !forOperators.includes(it))
  for (const language of translatedLanguages) expect(readdirSync(join(folder, language)).toSorted(), language).toEqual(wanted.toSorted())
  expect(translatedNames.map(fileOf).toSorted()).toEqual(wanted.toSorted())
})

test('every link and picture leads to something', () => {
  const broken = [...pages, ...translations].flatMap(({ name, language, blocks }) => {
    const here = language === 'en' ? folder : join(folder, language)
    return blocks
      .flatMap(inlinesOf)
      .flatMap(deep)
      .flatMap((it) => {
        const said = `${language} ${name}`
        if (it.kind === 'image') return existsSync(join(here, it.source)) ? [] : [`${said}: ${it.source}`]
        if (it.kind !== 'link') return []
        const target = targetOf(it.to)
        if (target === 'elsewhere') return URL.canParse(it.to) ? [] : [`${said}: ${it.to}`]
        if (!existsSync(join(here, it.to.split('#')[0]!))) return [`${said}: ${it.to}`]
        return target === 'file' || target.id === undefined || headingsOf(target.page).includes(target.id) ? [] : [`${said}: ${it.to}`]
      })
  })
  expect(broken).toEqual([])
})

test('a translation has the parts of the English guide, its commands, and is in its language', () => {
  const script = { en: /[A-Za-z]/, hi: /\p{Script=Devanagari}/u, bn: /\p{Script=Bengali}/u }
  const shapeOf = ({ blocks }: GuidePage) =>
    blocks.flatMap((it) => (it.kind === 'heading' ? [it.level] : it.kind === 'table' ? [`${it.head.length} columns`] : []))
  for (const page of translations) {
    const english = pages.find((it) => it.name === page.name)!
    expect(shapeOf(page), `${page.language} ${page.name}`).toEqual(shapeOf(english))
    expect(page.blocks.flatMap((it) => (it.kind === 'heading' ? [it.id] : []))).toEqual(headingsOf(page.name))
    for (const block of page.blocks) if (block.kind === 'heading' || block.kind === 'paragraph') expect(JSON.stringify(block)).toMatch(script[page.language])
    const known = english.blocks.flatMap(codesOf).map((it) => it.text)
    for (const { text } of page.blocks.flatMap(codesOf))
      for (const line of text.split('\n'))
        expect(
          known.some((it) => it.includes(line.trim())),
          line,
        ).toBe(true)
  }
})

test('every page of the console has a guide about it', () => {
  const without = ['/', '/guide', '/guide/$page']
  const router = readFileSync(fileURLToPath(new URL('../src/router.tsx', import.meta.url)), 'utf8')
  const paths = [...router.matchAll(/getParentRoute: \(\) => shell,\s*path: '([^']+)'/g)].map((it) => it[1]!)
  expect(paths.length).toBeGreaterThan(20)
  expect(paths.filter((it) => !without.includes(it) && guideFor(it) === undefined)).toEqual([])
})

test('every page of the console leads to a part of a guide that is there', () => {
  expect(guidePlaces.filter(([, { page, id }]) => id !== undefined && !headingsOf(page).includes(id)).map(([path]) => path)).toEqual([])
})

test('code examples parse', () => {
  const examples = [...pages, ...translations].flatMap(({ name, blocks }) => blocks.flatMap(codesOf).map((it) => ({ name, ...it })))
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
