import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cruiser = fileURLToPath(new URL('../node_modules/.bin/depcruise', import.meta.url))
const rules = fileURLToPath(new URL('./rules.cjs', import.meta.url))

type Cruise = { summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] } }

/** Walks the imports of folders below `base` and answers what breaks the rules of the house. Throws when it read nothing, which would look like peace. */
export function guard(base: string, folders: readonly string[]): string[] {
  if (!existsSync(cruiser)) execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: fileURLToPath(new URL('../', import.meta.url)), stdio: 'ignore' })
  const output = execFileSync(process.execPath, [cruiser, '--config', rules, '--output-type', 'json', ...folders], {
    cwd: base,
    maxBuffer: 200_000_000,
    encoding: 'utf8',
  })
  const { summary } = JSON.parse(output) as Cruise
  if (summary.totalCruised === 0) throw new Error('the guard read no file')
  return summary.violations.map((it) => `${it.rule.name}: ${it.from} → ${it.to}`)
}

if (import.meta.main) {
  const bitten = guard(fileURLToPath(new URL('./fixture/', import.meta.url)), ['packages', 'services', 'adapters', 'apps'])
  const missed = [
    'contracts-are-ground',
    'ports-know-nothing',
    'services-meet-through-contracts',
    'services-know-no-vendor',
    'adapters-know-only-ports',
    'kernel-knows-no-service',
    'no-circles',
    'only-the-door',
  ].filter((name) => !bitten.some((it) => it.startsWith(`${name}:`)))
  if (missed.length > 0) {
    console.error(`The guard does not bite: ${missed.join(', ')} let the fixture pass.`)
    process.exit(1)
  }
  const broken = guard(root, ['packages', 'services', 'adapters', 'apps'])
  for (const line of broken) console.error(line)
  console.log(
    broken.length === 0
      ? `The house stands: no arrow runs uphill (and the guard found all ${bitten.length} planted faults).`
      : `${broken.length} arrows run where they may not.`,
  )
  process.exit(broken.length === 0 ? 0 : 1)
}
