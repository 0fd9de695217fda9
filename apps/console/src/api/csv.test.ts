import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

const lines = (rows: (string | number | null)[][]) => csvOf(['a'], rows).slice(1).split('\r\n').slice(1, -1)

test('quotes what would break a line or a cell', () => {
  expect(lines([['one, two', 'say "yes"', 'two\nlines', null, 3]])).toEqual(['"one, two","say ""yes""","two\nlines",,3'])
})

test('shows formulas instead of letting a spreadsheet run them; telephone numbers and negative figures stay', () => {
  expect(lines([['=HYPERLINK("x")'], ['@SUM(1)'], ['+cmd|x'], ['-2+3'], ['+919830012345'], [-5]])).toEqual([
    `"'=HYPERLINK(""x"")"`,
    "'@SUM(1)",
    "'+cmd|x",
    "'-2+3",
    '+919830012345',
    '-5',
  ])
})
