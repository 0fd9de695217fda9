import { readFileSync } from 'node:fs'

type Package = { optionalDependencies?: Record<string, string> }

/**
 * Tools for other platforms that the lock file lacks: npm installs without a word where it was written, and refuses on every other machine.
 * A package is looked for as Node.js does, from the inside out.
 */
export function missingFromLock(packages: Readonly<Record<string, Package>>): string[] {
  const isThere = (from: string, name: string): boolean => {
    for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
      if (`${folder ? `${folder}/` : ''}node_modules/${name}` in packages) return true
      if (!folder) return false
    }
  }
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).flatMap((name) => (isThere(path, name) ? [] : [`${name}, wanted by ${path}`])),
  )
}

if (import.meta.main) {
  const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as { packages: Record<string, Package> }
  const missing = missingFromLock(packages)
  for (const line of missing) console.error(`package-lock.json lacks ${line}`)
  console.log(missing.length === 0 ? 'The lock file is whole.' : 'Choose versions whose tools for other platforms can be had.')
  process.exit(missing.length === 0 ? 0 : 1)
}
