import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const mostFiles = 500

/** What tells one state of a folder's files from another: paths, sizes and times of change. Files beyond 500 do not count. */
export function fingerprint(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort().slice(0, mostFiles)
  return files
    .map((file) => {
      const state = statSync(join(folder, file), { throwIfNoEntry: false })
      return state ? `${file}:${state.size}:${state.mtimeMs}` : file
    })
    .join('\n')
}
