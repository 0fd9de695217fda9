import { readFileSync, writeFileSync } from 'node:fs'
import { variables } from '../apps/server/variables.ts'

const file = new URL('../docs/guide/environment.md', import.meta.url)

/** The guide page that lists every setting, made from the table the program reads. */
function page(): string {
  const rows = Object.entries(variables).map(([name, { summary, fallback }]) => `| \`${name}\` | ${summary.replaceAll('|', '\\|')} | \`${fallback}\` |`)
  return `# Settings of the environment\n\nMyna reads these when it starts. A wrong value stops the start with a sentence that says what to do. Made from \`apps/server/config.ts\` by \`npm run openapi\`.\n\n| variable | meaning | default |\n|---|---|---|\n${rows.join('\n')}\n`
}

if (process.argv.includes('--check')) {
  const fresh = readFileSync(file, { encoding: 'utf8', flag: 'a+' }) === page()
  console.log(fresh ? 'docs/guide/environment.md is up to date.' : 'docs/guide/environment.md is not up to date: run "npm run openapi" and commit it.')
  process.exit(fresh ? 0 : 1)
}
writeFileSync(file, page())
