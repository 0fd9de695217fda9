import { expect, test } from 'vitest'
import { isOwnEcho } from './own-echo.ts'

const said = 'We are open from nine to six, Monday to Saturday. On Sunday we are closed.'

test('knows the agent by its words', () => {
  expect(isOwnEcho('open from nine to six', said)).toBe(true)
  expect(isOwnEcho('We are open from 9 to six Monday', said)).toBe(true)
  expect(isOwnEcho('', said)).toBe(true)
})
test('lets the caller through', () => {
  expect(isOwnEcho('stop please', said)).toBe(false)
  expect(isOwnEcho('what about Sunday evening', said)).toBe(false)
  expect(isOwnEcho('রবিবার খোলা আছে?', said)).toBe(false)
})
