import { expect, test } from 'vitest'
import { bn } from './bn.ts'
import { en } from './en.ts'
import { hi } from './hi.ts'

type Node = { [key: string]: Node | string }

function flat(node: Node, path = ''): Map<string, string> {
  return new Map(
    Object.entries(node).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as const] : [...flat(value, `${path}${key}.`)])),
  )
}
const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((it) => it[1] ?? '').sort((a, b) => a.localeCompare(b))
const english = flat(en as Node)

test.each([
  ['hi', hi],
  ['bn', bn],
])('%s says everything English says, with the same blanks to fill', (_, words) => {
  const other = flat(words as Node)
  expect([...other.keys()].toSorted((a, b) => a.localeCompare(b))).toEqual([...english.keys()].toSorted((a, b) => a.localeCompare(b)))
  const wrong = [...english].filter(([key, text]) => String(slots(text)) !== String(slots(other.get(key) ?? ''))).map(([key]) => key)
  expect(wrong).toEqual([])
  expect([...other].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
})
test('every language writes Latin digits', () => {
  expect([...flat(hi as Node).values(), ...flat(bn as Node).values()].filter((it) => /[०-९০-৯]/.test(it))).toEqual([])
})
