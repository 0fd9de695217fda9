import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const usage = `Usage: npm run new -- service NAME
       npm run new -- operation SERVICE verb-noun
       npm run new -- adapter PORT VENDOR`

/** Writes the files of a new room in the shape its neighbours have; refuses to write over anything. */
function write(files: Record<string, string>): void {
  for (const path of Object.keys(files)) if (existsSync(join(root, path))) throw new Error(`${path} is there already`)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(`wrote ${path}`)
  }
}

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const json = (it: object) => `${JSON.stringify(it, null, 2)}\n`
const manifest = (name: string) => ({ name: `@myna/${name}`, version: '0.1.0', private: true, type: 'module', license: 'Apache-2.0' })

function newService(name: string): void {
  write({
    [`services/${name}/package.json`]: json({
      ...manifest(name),
      exports: { '.': './service.ts' },
      imports: { '#*': './*' },
      dependencies: { '@myna/contracts': '*', '@myna/kernel': '*' },
    }),
    [`services/${name}/README.md`]: `# ${name}\nWhat it is for, in one sentence.\n\n- **owns** \n- **operations** \n- **tables** \n- **says** nothing · **hears** nothing\n- **needs** nothing\n`,
    [`services/${name}/context.ts`]: `import type { Handlers } from '@myna/contracts'\nimport type { ${camel(name)} as contract } from '@myna/contracts/${name}'\nimport type { Context as KernelContext } from '@myna/kernel'\n\n/** Services this one calls. */\nexport const needs = {}\nexport type Context = KernelContext<typeof needs>\ntype Operations = Handlers<typeof contract, Context>\nexport type Handle<K extends keyof Operations> = Operations[K]\n`,
    [`services/${name}/service.ts`]: `import { ${camel(name)} as contract } from '@myna/contracts/${name}'\nimport { defineService } from '@myna/kernel'\nimport { needs } from '#context.ts'\n\n/** What it is for, in one sentence. */\nexport const ${camel(name)} = defineService({ name: '${name}', contract, needs, operations: {} })\n`,
    [`packages/contracts/${name}.ts`]: `import type { Contract } from './operation.ts'\n\n/** What it is for, in one sentence. */\nexport const ${camel(name)} = {} satisfies Contract\n`,
  })
  console.log(`Next: add ${name} to packages/contracts/index.ts and apps/server/{services,targets,adapters}.ts, then npm install.`)
}

function newOperation(service: string, name: string): void {
  const operation = camel(name)
  if (!readFileSync(join(root, `packages/contracts/${service}.ts`), 'utf8').includes(`${operation}:`))
    throw new Error(`declare ${operation} in packages/contracts/${service}.ts first: the contract comes before the code`)
  write({
    [`services/${service}/operations/${name}.ts`]: `import type { Handle } from '#context.ts'\n\n/** What it does, in one sentence. */\nexport const ${operation}: Handle<'${operation}'> = async (input, context) => {\n  throw new Error(\`\${context.caller.subject} asked for \${JSON.stringify(input)}\`)\n}\n`,
    [`services/${service}/operations/${name}.test.ts`]: `import type { ${camel(service)} as contract } from '@myna/contracts/${service}'\nimport { openHouse } from '@myna/kernel/testing'\nimport { afterAll, beforeAll, describe, expect, it } from 'vitest'\nimport { ${camel(service)} } from '#service.ts'\n\nlet house: Awaited<ReturnType<typeof openHouse>>\nbeforeAll(async () => {\n  house = await openHouse({ services: [${camel(service)}] })\n})\nafterAll(() => house.close())\n\ndescribe.each(['process', 'http'] as const)('${operation}, over %s', (how) => {\n  it('answers', async () => {\n    const client = house.client<typeof contract>('${service}', house.newCaller(), how)\n    expect(await client.${operation}({} as never)).toBeDefined()\n  })\n})\n`,
  })
  console.log(`Next: add ${operation} to the operations of services/${service}/service.ts.`)
}

function newAdapter(port: string, vendor: string): void {
  if (!existsSync(join(root, `packages/ports/${port}.ts`))) throw new Error(`there is no port packages/ports/${port}.ts`)
  write({
    [`adapters/${port}/${vendor}/package.json`]: json({
      ...manifest(`${port}-${vendor}`),
      exports: { '.': './index.ts' },
      imports: { '#*': './*' },
      dependencies: { '@myna/ports': '*' },
    }),
    [`adapters/${port}/${vendor}/README.md`]: `# ${port}: ${vendor}\nWhat the vendor gives, what it costs to set up, what it cannot do.\n`,
    [`adapters/${port}/${vendor}/index.ts`]: `export { create${camel(`-${vendor}`)} } from '#${vendor}.ts'\n`,
    [`adapters/${port}/${vendor}/${vendor}.ts`]: `import type * as Port from '@myna/ports/${port}'\n\n/** The ${port} port over ${vendor}. */\nexport function create${camel(`-${vendor}`)}(): Partial<typeof Port> {\n  return {}\n}\n`,
  })
  console.log(
    `Next: play the vendor by a local server in adapters/${port}/${vendor}/test/, run the conformance suite of the port, and make it in apps/server/adapters.ts.`,
  )
}

const [kind, first, second] = process.argv.slice(2)
const plain = (it: string | undefined): it is string => it !== undefined && /^[a-z][a-z0-9-]*$/.test(it)
try {
  if (kind === 'service' && plain(first)) newService(first)
  else if (kind === 'operation' && plain(first) && plain(second)) newOperation(first, second)
  else if (kind === 'adapter' && plain(first) && plain(second)) newAdapter(first, second)
  else throw new Error(usage)
} catch (error) {
  console.error((error as Error).message)
  process.exit(2)
}
