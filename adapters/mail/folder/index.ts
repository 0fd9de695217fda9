import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PortFault } from '@myna/ports/fault'
import type { Mailer } from '@myna/ports/mail'
import { compose, oneLine } from '#compose.ts'

/** What tells people where a mail went. */
type Log = { info(detail: object, message: string): void }

/**
 * A mailer without a mail server: it writes each mail as an `.eml` file into a folder only this user may read, whole or not at all,
 * and logs where, so that the operator can open or forward it. `from` is an address or `Name <address>`.
 */
export function createFolderMailer({ folder, from, log }: { folder: string; from: string; log: Log }): Mailer {
  return {
    name: 'folder',
    async send(mail) {
      const at = new Date()
      const name = `${at.toISOString().replace(/[:.]/g, '-')}-${randomBytes(3).toString('hex')}.eml`
      const where = join(folder, name)
      const draft = `${where}.part`
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const file = await open(draft, 'wx', 0o600)
        try {
          await file.writeFile(compose(mail, from, at))
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(draft, where)
      } catch (error) {
        await rm(draft, { force: true }).catch(() => {})
        throw new PortFault(`the mail folder ${folder} cannot be written: ${error instanceof Error ? error.message : String(error)}`, {
          retryable: true,
          cause: error,
        })
      }
      log.info({ to: oneLine(mail.to), subject: oneLine(mail.subject), file: where }, `mail written to ${where}`)
      return { where }
    },
  }
}
