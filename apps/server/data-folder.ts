import { mkdirSync, statSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { dirname, join } from 'node:path'
import { type Config, ConfigRefusal } from '#config.ts'

/** The data folder, made if it is not there. Throws a refusal when it cannot be. */
export function folderOf({ dataFolder }: Config): string {
  try {
    makeFolder(dataFolder)
    return dataFolder
  } catch (error) {
    throw new ConfigRefusal(
      `The data folder ${dataFolder} cannot be made: ${(error as NodeJS.ErrnoException).code}. Set MYNA_DATA to a folder that can be written.`,
    )
  }
}

/** By hand, since `recursive` of Node never returns where a folder cannot be made below one that exists, as in /proc. */
function makeFolder(folder: string): void {
  const there = statSync(folder, { throwIfNoEntry: false })
  if (there?.isDirectory()) return
  if (there) throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' })
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Keeps compiled code in the data folder, where nobody else can write: the next start takes a quarter less processor time. Call it before most is loaded. */
export function keepCompiledCode(dataFolder: string): void {
  enableCompileCache(join(dataFolder, 'cache', 'code'))
}
