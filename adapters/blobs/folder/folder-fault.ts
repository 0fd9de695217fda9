import { PortFault } from '@myna/ports/fault'

const sentences: Record<string, string> = {
  ENOSPC: 'The disk is full. Free some space, or move the data folder to a larger disk.',
  EDQUOT: 'The quota of this user on the disk is used up.',
  EROFS: 'The disk is mounted read-only.',
  EACCES: 'This user may not write there.',
  EPERM: 'This user may not write there.',
  EMFILE: 'Too many files are open in this process.',
  ENFILE: 'Too many files are open on this machine.',
  EIO: 'The disk does not answer as it should; it may be failing.',
  ENOTDIR: 'A part of the name is a blob already, so nothing can lie below it.',
  EEXIST: 'A part of the name is a blob already, so nothing can lie below it.',
  EISDIR: 'Blobs lie below this name, so it cannot be one itself.',
  ENOTEMPTY: 'Blobs lie below this name, so it cannot be one itself.',
}
const passing = new Set(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'EIO', 'EAGAIN', 'EBUSY'])

/** What a failed work on the disk means for people. */
export function folderFault(error: unknown, root: string): PortFault {
  if (error instanceof PortFault) return error
  const code = codeOf(error)
  return new PortFault(`${sentences[code] ?? `The disk refused (${code}).`} Folder: ${root}`, { retryable: passing.has(code), cause: error })
}

/** Whether the error says that there is nothing of that name. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
