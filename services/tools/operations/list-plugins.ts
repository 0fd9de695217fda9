import type { Handle } from '#context.ts'

/** Lists the plugins in the operator's folder, those that cannot be used among them. */
export const listPlugins: Handle<'listPlugins'> = async (_, { ports }) => ({ items: await ports.plugins.list() })
