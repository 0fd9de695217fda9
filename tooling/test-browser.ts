import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Runs the tests that drive a real browser, after building the console; `--project accessible` those of every page in every look, `--project thorough` those of every form and every failure. */
const chromium = process.env.MYNA_TEST_CHROMIUM ?? '/usr/bin/chromium'
if (!existsSync(chromium)) {
  console.error(`There is no browser at ${chromium}. Install Debian's package chromium, or set MYNA_TEST_CHROMIUM.`)
  process.exit(1)
}
const built = spawnSync(process.execPath, ['apps/console/build.ts', '--if-stale'], { stdio: 'inherit' })
if (built.status !== 0) process.exit(built.status ?? 1)
const asked = process.argv.slice(2)
const { status } = spawnSync('vitest', ['run', ...(asked.includes('--project') ? [] : ['--project', 'browser']), ...asked], {
  stdio: 'inherit',
  env: { ...process.env, MYNA_TEST_CHROMIUM: chromium },
})
process.exit(status ?? 1)
