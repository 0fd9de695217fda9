import { serviceLoaders } from '#services.ts'
import { ConfigRefusal } from '#config.ts'

/** Groups of services a process can run. */
export const targets: Readonly<Record<string, readonly string[]>> = {
  all: Object.keys(serviceLoaders),
  edge: ['gateway'],
  talk: ['calls', 'voice', 'brain', 'tools', 'knowledge'],
  work: ['agents', 'apps', 'audit'],
  office: ['identity', 'workspace'],
}

/** Names of the services a target stands for: a group, or names with commas. Refuses unknown names, naming those there are. */
export function servicesOf(target: string): string[] {
  const names = target.split(',').flatMap((it) => {
    const name = it.trim()
    if (Object.hasOwn(targets, name)) return targets[name]!
    if (Object.hasOwn(serviceLoaders, name)) return [name]
    throw new ConfigRefusal(
      `There is no target or service "${name}". Targets: ${Object.keys(targets).join(', ')}. Services: ${Object.keys(serviceLoaders).join(', ')}.`,
    )
  })
  return [...new Set(names)]
}
