import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { routesSource } from './routes.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Everything a change must pass before it is shared, cheapest first. `--fast` leaves the tests out. */
const steps: readonly [name: string, ...command: string[]][] = [
  ['format', 'biome', 'format', '.'],
  ['lint', 'oxlint', '--type-aware', '--quiet'],
  ['types', 'tsc', '--noEmit', '-p', 'tsconfig.json'],
  ['types of the console', 'tsc', '--noEmit', '-p', 'apps/console/tsconfig.json'],
  ['arrows', 'node', 'tooling/guard/guard.ts'],
  ['unused code', 'knip', '--no-progress'],
  ['faults', 'node', 'tooling/faults.ts'],
  ['lock file', 'node', 'tooling/lock-file.ts'],
  ['OpenAPI document', 'node', 'apps/server/main.ts', 'openapi', '--check'],
  ['guide of settings', 'node', 'tooling/environment-guide.ts', '--check'],
  ...(process.argv.includes('--fast') ? [] : ([['tests', 'vitest', 'run', '--project', 'all']] as [string, ...string[]][])),
]

const failed: string[] = []
for (const [name, command, ...args] of steps) {
  const began = performance.now()
  const { status } = spawnSync(command!, args, { cwd: root, stdio: 'inherit' })
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  if (status !== 0) failed.push(name)
}
if (readFileSync(new URL('../packages/sdk/routes.gen.ts', import.meta.url), 'utf8') !== routesSource()) {
  console.error('The SDK does not know all operations: run "npm run openapi" and commit packages/sdk/routes.gen.ts.')
  failed.push('SDK routes')
}
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)
