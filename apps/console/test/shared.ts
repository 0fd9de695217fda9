import { chromium } from '@playwright/test'
import type { TestProject } from 'vitest/node'
import { type Myna, startMyna } from './running-myna.ts'

/** How Chromium is started for tests. */
export const chromiumAsked = {
  executablePath: process.env['MYNA_TEST_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--autoplay-policy=no-user-gesture-required'],
  timeout: 60_000,
}

declare module 'vitest' {
  interface ProvidedContext {
    myna: Myna
    chromium: string
  }
}

/** One Myna and one Chromium for all tests of the console in a browser: each has an organisation and a window of its own in them. */
export async function setup(project: TestProject) {
  const [myna, browser] = await Promise.all([startMyna(), chromium.launchServer(chromiumAsked)])
  project.provide('myna', { url: myna.url, folder: myna.folder })
  project.provide('chromium', browser.wsEndpoint())
  return async () => {
    // A browser that does not end when asked must not hold up the suite.
    const forced = setTimeout(() => void browser.kill(), 10_000)
    await browser.close()
    clearTimeout(forced)
    await myna.stop()
  }
}
