import { randomInt } from 'node:crypto'
import { hashOf } from '#domain/api-key.ts'

// Without letters that look alike.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const howMany = 10
const length = 12

/** New backup codes of about 59 bits each, in groups that are easy to copy: `k4mz-9t2w-hq7e`. */
export function makeBackupCodes(): string[] {
  return Array.from({ length: howMany }, () =>
    Array.from({ length }, () => letters[randomInt(letters.length)])
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  )
}

/** What is kept of a backup code of this person; how it was typed does not matter. */
export function backupCodeHash(userId: string, code: string): string {
  return hashOf(`backup ${userId} ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
}
