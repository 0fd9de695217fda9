import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Contract, contracts, faults } from '@myna/contracts'

const root = fileURLToPath(new URL('../', import.meta.url))
const thrown = /new Fault\(\s*'([a-z]+\.[a-z_]+)'/g

/**
 * What is thrown but not documented, and documented but never thrown. An operation's own file must declare what it throws in its contract;
 * what the rest of a service throws must be declared by one of its operations. `request.*` and `server.*` belong to every operation.
 */
export function faultProblems(): string[] {
  const problems: string[] = []
  const used = new Set<string>()
  for (const file of globSync('{packages,services,apps/server}/**/*.ts', { cwd: root, exclude: (it) => it.includes('node_modules') })) {
    const text = readFileSync(root + file, 'utf8')
    for (const match of text.matchAll(/'([a-z]+\.[a-z_]+)'/g)) if (!file.startsWith('packages/contracts/')) used.add(match[1]!)
    const [, service = '', folder, name] = /^services\/([a-z-]+)\/(\w+)\/(?:.*\/)?([\w-]+)\.ts$/.exec(file) ?? []
    const contract = (contracts as Record<string, Contract>)[service]
    if (!contract || file.includes('.test.')) continue
    const operation = folder === 'operations' ? contract[camel(name ?? '')] : undefined
    const declared = new Set<string>(operation ? operation.faults : Object.values(contract).flatMap((it) => it.faults ?? []))
    for (const [, code = ''] of text.matchAll(thrown)) {
      if (code.startsWith('request.') || code.startsWith('server.') || declared.has(code)) continue
      problems.push(`${file} throws ${code}, which ${operation ? `${service}.${camel(name ?? '')} does` : `no operation of ${service} does`} not document`)
    }
  }
  for (const code of Object.keys(faults)) if (!used.has(code)) problems.push(`${code} is documented but nothing throws it`)
  return problems
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

if (import.meta.main) {
  const problems = faultProblems()
  for (const problem of problems) console.error(problem)
  console.log(problems.length === 0 ? 'Every fault is documented and used.' : `${problems.length} faults to mend.`)
  process.exit(problems.length === 0 ? 0 : 1)
}
