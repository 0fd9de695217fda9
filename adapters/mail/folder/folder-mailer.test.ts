import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFolderMailer } from './index.ts'
import { compose } from './compose.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'mail-'))
})
afterAll(() => rm(home, { recursive: true }))

const silent = { info() {} }
const decoded = (eml: string, type: string) => {
  const body = eml.split(`Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n`)[1]!.split('\r\n--')[0]!
  return Buffer.from(body, 'base64').toString('utf8')
}

test('writes a mail that only this user can read and logs where', async () => {
  const folder = join(home, 'new', 'mail')
  const lines: string[] = []
  const mailer = createFolderMailer({ folder, from: 'Myna <myna@example.com>', log: { info: (_detail, message) => lines.push(message) } })
  const { where } = await mailer.send({ to: 'asha@example.com', subject: 'नमस्ते', text: 'पाठ', html: '<p>पाठ</p>' })
  expect(lines).toEqual([`mail written to ${where}`])
  expect(await readdir(folder)).toEqual([where.slice(folder.length + 1)])
  expect((await stat(where)).mode & 0o777).toBe(0o600)
  const eml = await readFile(where, 'utf8')
  expect(eml).toMatch(/^From: "Myna" <myna@example.com>\r\nTo: asha@example.com\r\nSubject: =\?UTF-8\?B\?[\w+/=]+\?=\r\n/)
  expect(decoded(eml, 'text/plain')).toBe('पाठ')
  expect(decoded(eml, 'text/html')).toBe('<p>पाठ</p>')
})

test('says that trying again may help when the folder cannot be written', async () => {
  const blocked = join(home, 'a-file')
  await writeFile(blocked, '')
  const mailer = createFolderMailer({ folder: blocked, from: 'myna@example.com', log: silent })
  await expect(mailer.send({ to: 'a@example.com', subject: 's', text: 't' })).rejects.toMatchObject({ name: 'PortFault', retryable: true })
})

test('no subject, name or address can add a header or a body', () => {
  const hostile = fc.string({ unit: fc.constantFrom('a', ' ', '\r', '\n', '\u0000', '\u2028', '"', '<', '>', ':', '@', 'é', '=?', '?=') })
  fc.assert(
    fc.property(hostile, hostile, hostile, (to, from, subject) => {
      const head = compose({ to, subject, text: 'x' }, from, new Date(0)).split('\r\n\r\n')[0]!
      const names = head
        .split('\r\n')
        .filter((it) => !it.startsWith(' '))
        .map((it) => it.split(':')[0])
      expect(names).toEqual(['From', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'])
      expect(head.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u)
    }),
  )
})

test('long and foreign subjects come back whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (subject) => {
      const clean = subject.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
      const line = /\r\nSubject: ((?:.|\r\n )*?)\r\nDate/.exec(compose({ to: 'a@b.c', subject, text: '' }, 'a@b.c', new Date(0)))![1]!
      const back = line.replaceAll('\r\n ', '').replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, it: string) => `{${it}}`)
      const text = /^(\{[^}]*\})+$/.test(back) ? [...back.matchAll(/\{([^}]*)\}/g)].map((it) => Buffer.from(it[1]!, 'base64').toString()).join('') : back
      expect(text).toBe(clean)
    }),
  )
})
