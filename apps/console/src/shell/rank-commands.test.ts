import { expect, test } from 'vitest'
import { rankCommands } from './rank-commands.ts'

const commands = [
  { label: 'Overview', group: 'Go to' },
  { label: 'Agents', group: 'Go to' },
  { label: 'Create an agent from a website', group: 'Actions' },
  { label: 'थीम: गहरी', group: 'Actions' },
]

test('shows every command in its order while nothing is typed', () => {
  expect(rankCommands(commands, ' ')).toEqual(commands)
})
test('puts the label that starts with the words first, and keeps groups together', () => {
  expect(rankCommands(commands, 'AGENT').map((it) => it.label)).toEqual(['Agents', 'Create an agent from a website'])
})
test('finds letters in order and leaves out what lacks one', () => {
  expect(rankCommands(commands, 'ovw').map((it) => it.label)).toEqual(['Overview'])
  expect(rankCommands(commands, 'zzz')).toEqual([])
})
test('finds words of other scripts', () => {
  expect(rankCommands(commands, 'गहरी').map((it) => it.label)).toEqual(['थीम: गहरी'])
})
