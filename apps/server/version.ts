import { readFileSync } from 'node:fs'

/** Version of this Myna, from the root of the repository. */
export const version: string = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version
