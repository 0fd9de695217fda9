import { writeFile } from 'node:fs/promises'
import { contracts } from '@myna/contracts'

/** The SDK's route table, made from the contracts so that clients need no schemas at run time. */
export function routesSource(): string {
  const services = Object.entries(contracts).map(([service, contract]) => {
    const lines = Object.entries(contract).map(([name, it]) => {
      const [method, path] = it.http.split(' ')
      return `    ${name}: ['${method}', '${path}', '${it.kind}'],`
    })
    return `  ${service}: {\n${lines.join('\n')}\n  },`
  })
  return `// Made from packages/contracts by \`npm run openapi\`; do not edit.\n/** Method, path and kind of every operation. */\nexport const routes = {\n${services.join('\n')}\n} as const\n`
}

if (import.meta.main) await writeFile(new URL('../packages/sdk/routes.gen.ts', import.meta.url), routesSource())
