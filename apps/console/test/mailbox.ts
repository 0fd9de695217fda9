import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a person finds in the mails that Myna wrote to them: waits for one whose text matches, and answers the match. */
export async function findInMail(folder: string, to: string, what: RegExp): Promise<RegExpExecArray> {
  for (const until = Date.now() + 20_000; Date.now() < until; await sleep(100)) {
    const found = (await mailsTo(folder, to)).map((it) => what.exec(it)).find(Boolean)
    if (found) return found
  }
  throw new Error(`No mail to ${to} says ${String(what)}: ${(await mailsTo(folder, to)).join('\n') || 'none came'}`)
}

async function mailsTo(folder: string, to: string): Promise<string[]> {
  const names = await readdir(join(folder, 'mail')).catch(() => [])
  const mails = await Promise.all(names.map((it) => readFile(join(folder, 'mail', it), 'utf8')))
  return mails
    .filter((it) => it.includes(to))
    .map((mail) =>
      mail
        .split(/\r\n\r\n/)
        .map((it) => Buffer.from(it, 'base64').toString())
        .join('\n'),
    )
}
