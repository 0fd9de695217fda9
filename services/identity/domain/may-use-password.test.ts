import { expect, test } from 'vitest'
import { passwordProblem } from './may-use-password.ts'

test.each([
  ['nine char', 'At least 10'],
  ['пароль', 'At least 10'],
  ['password123', 'guessed first'],
  ['Password!!!', 'guessed first'],
  ['QWERTYUIOP', 'guessed first'],
  ['Welcome Home 2026', 'guessed first'],
  ['jai shree ram 108', 'guessed first'],
  ['aaaaaaaaaaaa', 'repeats'],
  ['abababababab', 'repeats'],
  ['cdefghijklmnop', 'row of neighbouring'],
  ['ponmlkjihgfe', 'row of neighbouring'],
  ['asha.sharma1', 'your own'],
  ['asha@example.com', 'your own'],
])('refuses %s', (password, why) => {
  expect(passwordProblem(password, { email: 'asha@example.com', name: 'Asha Sharma' })).toContain(why)
})

test.each(['seven quiet herons', 'X9!kd02-mmQ', 'मेरा घर नीला है', 'Asha likes rain and tea'])('takes %s', (password) => {
  expect(passwordProblem(password, { email: 'asha@example.com', name: 'Asha Sharma' })).toBeUndefined()
})
