import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

// Builds the console into dist/. With --if-stale it does nothing when dist/ was made from the same files.
const here = fileURLToPath(new URL('.', import.meta.url))
const stampFile = join(here, 'dist', '.made-from')
const stamp = contentHash()
const madeFrom = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined

if (process.argv.includes('--if-stale') && madeFrom === stamp) process.exit(0)
if (hasVite()) {
  const startedAt = performance.now()
  const { build } = await import('vite')
  try {
    await build({ root: here, logLevel: 'silent' })
  } catch (error) {
    console.error(`Console: the build failed. ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
  writeFileSync(stampFile, stamp)
  console.log(`Console built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`)
} else if (existsSync(join(here, 'dist', 'index.html'))) {
  console.log('Console: the build tools are not installed, so the console already in dist is served.')
} else {
  console.error('Console: it is not built and the build tools are not installed. Run `npm ci` without --omit=dev once.')
  process.exit(1)
}

function hasVite(): boolean {
  try {
    createRequire(import.meta.url).resolve('vite')
    return true
  } catch {
    return false
  }
}

/** One hash over every file the bundle is made from, the SDK included. */
function contentHash(): string {
  const sdk = join(here, '..', '..', 'packages', 'sdk')
  const files = [
    ...globSync(['src/**/*.*', 'public/*', 'index.html', 'package.json', 'vite.config.ts'], { cwd: here }).map((it) => join(here, it)),
    ...globSync(['docs/guide/*.md', 'docs/guide/*.png', 'CHANGELOG.md', 'package.json'], { cwd: join(here, '..', '..') }).map((it) =>
      join(here, '..', '..', it),
    ),
    ...globSync('**/*.ts', { cwd: sdk, exclude: (it) => it === 'node_modules' }).map((it) => join(sdk, it)),
  ].sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(relative(here, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}
