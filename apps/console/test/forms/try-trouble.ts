import type { Locator } from '@playwright/test'
import { expect } from 'vitest'
import { see } from '../see.ts'
import { goInside } from '../walk.ts'
import { fieldOf, type FormCase } from './form-case.ts'
import type { Desk } from './form-desk.ts'

const wayOut = '/guide'

/** Opens a form as one comes to it from another page, and writes into it what one would; answers its first field and what is in it. */
async function begin(desk: Desk, it: FormCase): Promise<{ form: Locator; field: Locator; typed: string }> {
  const { page, room } = desk
  await goInside(page, room.myna.url, wayOut)
  const form = await desk.open(it)
  await desk.fill(form, it)
  const field = fieldOf(form, Object.keys(it.fields)[0]!)
  return { form, field, typed: await field.inputValue() }
}

/** Sends a form that is whole and says whether it was taken. */
async function sendWell(desk: Desk, form: Locator, it: FormCase, at: string): Promise<void> {
  const { refused, closed } = await desk.send(form, it, at)
  if (refused.length > 0 || (!closed && !it.stays)) desk.faults.push(`${at}: it was not taken`)
  await desk.check(at)
}

/** Whether a form stands over its page. */
const isOverPage = (desk: Desk, it: FormCase) => it.at(desk.room.has).length > 1

/** Leaves a form in which something is typed, and stays when it asks. */
async function stay({ page }: Desk, leave: () => Promise<unknown>): Promise<void> {
  const question = page.getByRole('dialog', { name: 'Discard what you typed?' })
  await leave()
  await see(question).toBeVisible()
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await see(question).toHaveCount(0)
}

/** Sends a form while nothing can be reached: it says so, keeps what was typed though one presses Escape, and works when the way is there again. */
export async function tryLost(desk: Desk, it: FormCase): Promise<void> {
  const { form, field, typed } = await begin(desk, it)
  const context = desk.page.context()
  await context.setOffline(true)
  await desk.submitOf(form, it).click()
  await see(form.getByRole('alert').filter({ hasText: 'cannot be reached' }).first()).toBeVisible()
  if (isOverPage(desk, it)) await stay(desk, () => desk.page.keyboard.press('Escape'))
  expect(await field.inputValue()).toBe(typed)
  await context.setOffline(false)
  await sendWell(desk, form, it, `${it.name}, after the connection was lost`)
}

/** Sends a form when the session is over: one signs in again over it, and it goes on by itself. */
export async function tryExpired(desk: Desk, it: FormCase): Promise<void> {
  const { form, field, typed } = await begin(desk, it)
  await desk.page.context().clearCookies()
  await desk.submitOf(form, it).click()
  const again = desk.page.getByRole('dialog', { name: 'Sign in again' })
  await see(again).toBeVisible()
  expect(await field.inputValue()).toBe(typed)
  await again.getByLabel('Password').fill(desk.room.person.password)
  await again.getByRole('button', { name: 'Sign in', exact: true }).click()
  await see(again).toHaveCount(0)
  await desk.settle()
  const at = `${it.name}, after signing in again`
  const { refused, closed } = await desk.read(form, it, at)
  if (refused.length > 0 || (!closed && !it.stays)) desk.faults.push(`${at}: it did not go on`)
  await desk.check(at)
}

/** Goes back, and presses Escape over a dialog, with something typed: it asks, keeps it, and lets it go when one says so. */
export async function tryLeaving(desk: Desk, it: FormCase): Promise<void> {
  const { page } = desk
  const { field, typed } = await begin(desk, it)
  for (const leave of [() => page.goBack(), ...(isOverPage(desk, it) ? [() => page.keyboard.press('Escape')] : [])]) {
    await stay(desk, leave)
    expect(await field.inputValue()).toBe(typed)
  }
  await page.goBack()
  await page.getByRole('dialog', { name: 'Discard what you typed?' }).getByRole('button', { name: 'Discard' }).click()
  await see(page).toHaveURL(new RegExp(`${wayOut}$`))
  await page.goForward()
  await see(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await desk.check(`${it.name}, back and forward`)
}

/** Saves a card in one window and then in another that stood open before: the second is told. */
export async function tryTwoWindows(desk: Desk, other: Desk, it: FormCase): Promise<void> {
  const [mine, theirs] = [await desk.open(it), await other.open(it)]
  await desk.fill(mine, it)
  await other.fill(theirs, it)
  await sendWell(desk, mine, it, `${it.name}, the first window`)
  await other.submitOf(theirs, it).click()
  await see(theirs.getByRole('alert').filter({ hasText: /meanwhile|somebody else/i })).toBeVisible()
  const label = Object.keys(it.fields)[0]!
  expect(await fieldOf(theirs, label).inputValue()).not.toBe(await fieldOf(mine, label).inputValue())
}
