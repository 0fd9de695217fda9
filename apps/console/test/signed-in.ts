import { randomBytes } from 'node:crypto'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { dentalSite } from './dental-site.ts'
import { countAsked } from './is-shown.ts'
import { findInMail } from './mailbox.ts'
import { type Myna, startMyna, startSite } from './running-myna.ts'
import { chromiumAsked } from './shared.ts'

/** How a page is looked at. */
export type Look = { theme: 'light' | 'dark'; width: number; height?: number; language?: 'en' | 'hi' | 'bn' }
/** Somebody with an account. */
export type Person = { name: string; organisation: string; email: string; password: string }
type Wanted = {
  /** Whether they have followed the link of the first mail. */
  verified?: boolean
  /** A Myna of their own, with these settings besides: for what concerns the whole server. They run it. */
  own?: Readonly<Record<string, string>>
}

/** An address that nobody else has. */
export const newEmail = (name = 'asha') => `${name}-${randomBytes(5).toString('hex')}@example.com`

/** A Chromium: the one all tests share, or outside of tests one of its own. */
export async function openBrowser(): Promise<Browser> {
  if (!process.env['VITEST']) return chromium.launch(chromiumAsked)
  const { inject } = await import('vitest')
  return chromium.connect(inject('chromium'), { timeout: 60_000 })
}

/** The Myna all tests share. */
export async function sharedMyna(): Promise<Myna> {
  const { inject } = await import('vitest')
  return inject('myna')
}

/** A Myna, a website, a browser, and somebody signed in who owns an empty organisation. */
export async function openSignedIn({ verified = false, own }: Wanted = {}) {
  const mine = own && (await startMyna(own))
  const [myna, site, browser] = await Promise.all([mine ?? sharedMyna(), startSite(dentalSite), openBrowser()])
  const person: Person = { name: 'Test person', organisation: 'Example Dental', email: newEmail(), password: 'a long enough password' }
  const context = await signUp(browser, myna.url, person)
  if (verified) {
    const [, token] = await findInMail(myna.folder, person.email, /verify\?token=([\w.~-]+)/)
    await context.request.post(`${myna.url}/api/v1/identity/verification/confirm`, { data: { token } })
  }
  return {
    myna,
    site,
    browser,
    context,
    person,
    /** A page of somebody who is signed in, or with `stranger` of one who is not. */
    look: (look: Look, stranger = false) => openPage(browser, stranger ? undefined : context, look),
    async close() {
      await browser.close()
      await Promise.all([mine?.stop(), site.stop()])
    },
  }
}

/** Makes an account by the API; what it answers is signed in. */
export async function signUp(browser: Browser, url: string, person: Partial<Person> & { email: string; invitationId?: string }): Promise<BrowserContext> {
  const context = await browser.newContext({ permissions: ['microphone'] })
  const answer = await context.request.post(`${url}/api/v1/identity/sign-up`, { data: person })
  if (!answer.ok()) throw new Error(`Signing up failed: ${await answer.text()}`)
  return context
}

/** A page that is looked at in a way; `signedIn` lends who is signed in. */
export async function openPage(browser: Browser, signedIn: BrowserContext | undefined, { theme, width, height = 900, language = 'en' }: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    hasTouch: width < 600,
    ...(signedIn && { storageState: await signedIn.storageState() }),
  })
  await context.addInitScript((chosen) => localStorage.setItem('myna.language', chosen), language)
  await context.addInitScript(countAsked)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.setDefaultNavigationTimeout(30_000)
  return page
}
