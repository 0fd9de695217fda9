import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { dentalSite } from './dental-site.ts'
import { startMyna, startSite } from './running-myna.ts'

const executablePath = process.env.MYNA_TEST_CHROMIUM ?? '/usr/bin/chromium'
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--autoplay-policy=no-user-gesture-required']

/** How a page is looked at. */
export type Look = { theme: 'light' | 'dark'; width: number; height?: number; language?: 'en' | 'hi' | 'bn' }

/** A Myna, a website, a browser, and somebody signed in who owns an empty organisation; `verified`: who has followed the link of the first mail. */
export async function openSignedIn({ verified = false } = {}) {
  const [myna, site, browser] = await Promise.all([startMyna(), startSite(dentalSite), chromium.launch({ executablePath, args })])
  const context = await browser.newContext({ permissions: ['microphone'] })
  const person = { name: 'Test person', organisation: 'Example Dental', email: 'asha@example.com', password: 'a long enough password' }
  const answer = await context.request.post(`${myna.url}/api/v1/identity/sign-up`, { data: person })
  if (!answer.ok()) throw new Error(`Signing up failed: ${await answer.text()}`)
  if (verified) await context.request.post(`${myna.url}/api/v1/identity/verification/confirm`, { data: { token: await mailedToken(myna.folder) } })
  return {
    myna,
    site,
    context,
    /** A page of somebody who is signed in, or with `stranger` of one who is not. */
    look: (look: Look, stranger = false) => openPage(browser, stranger ? undefined : context, look),
    async close() {
      await browser.close()
      await Promise.all([myna.stop(), site.stop()])
    },
  }
}

async function openPage(browser: Browser, signedIn: BrowserContext | undefined, { theme, width, height = 900, language = 'en' }: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    hasTouch: width < 600,
    ...(signedIn && { storageState: await signedIn.storageState() }),
  })
  await context.addInitScript((chosen) => localStorage.setItem('myna.language', chosen), language)
  return context.newPage()
}

/** The token in the first mail that was written to the data folder. */
async function mailedToken(folder: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const [name] = await readdir(join(folder, 'mail')).catch(() => [])
    const mail = name ? await readFile(join(folder, 'mail', name), 'utf8') : ''
    const texts = mail.split(/\r\n\r\n/).map((it) => Buffer.from(it, 'base64').toString())
    const token = texts.map((it) => /verify\?token=([\w.~-]+)/.exec(it)?.[1]).find(Boolean)
    if (token) return token
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('No mail with a link to verify the address came.')
}
