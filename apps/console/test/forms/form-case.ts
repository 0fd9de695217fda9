import type { Locator, Page } from '@playwright/test'
import type { Furniture } from '../furnished.ts'

/** Asks the API as who is signed in. */
export type Ask = <T = unknown>(method: string, path: string, data?: unknown) => Promise<T>

/** A form of the console as a person meets it, by its English words. */
export type FormCase = {
  name: string
  /** Its address, and what is pressed one after the other until it stands open over the page. */
  at: (it: Furniture) => readonly [path: string, ...pressed: string[]]
  /** Makes room for another where only so many fit; answers whether it had to. */
  makeRoom?: (ask: Ask, it: Furniture) => Promise<boolean>
  /** Where it is on its page; else the dialog that was opened, or all of the page. */
  within?: (page: Page) => Locator
  /** Its fields of text by label, each with what one would write; `{n}` becomes a number that nobody used yet. */
  fields: Readonly<Record<string, string>>
  /** What else a person must choose. */
  choose?: (form: Locator) => Promise<unknown>
  submit: string
  /** Fields that must not stay empty. */
  needed?: readonly string[]
  /** Fields of which something else is made than what was typed. */
  turned?: readonly string[]
  /** How what was saved is read back. */
  kept?: (ask: Ask, it: Furniture) => Promise<unknown>
  /** What its refusal as a whole may say, where no field is to blame. */
  whole?: RegExp
  /** Whether it is never sent as one would: it would cost something, or needs somebody else to answer. */
  unsent?: boolean
  /** Whether it can be sent once only, with a link that is used up then: it is only sent empty. */
  once?: boolean
  /** Whether it only adds to the draft around it, which is saved a moment later. */
  drafts?: boolean
  /** Whether it stays on the page once it is saved, as a card of settings does. */
  stays?: boolean
}

let made = 0

/** What one would write, never twice the same where it must not be. */
export const validOf = (text: string): string => text.replaceAll('{n}', () => `${++made}${Date.now().toString(36)}`)

/** A field of a form by its English label. */
export const fieldOf = (form: Locator, label: string): Locator =>
  form.getByLabel(new RegExp(`^${label.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}( ?Optional)?$`))
