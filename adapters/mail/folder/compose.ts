import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Mail } from '@myna/ports/mail'

/** A mail as RFC 5322 text with CRLF line ends; the body is UTF-8 in base64 (RFC 2045), text and HTML as alternatives when both are given. */
export function compose(mail: Mail, from: string, at: Date): string {
  const id = randomUUID()
  const head = [
    `From: ${address(mail.fromName === undefined ? from : `${mail.fromName.replace(/["<>]/g, '')} <${mailboxOf(from)}>`)}`,
    `To: ${address(mail.to)}`,
    `Subject: ${words(oneLine(mail.subject))}`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}@${hostname().replace(/[^\w.-]/g, '') || 'localhost'}>`,
    'MIME-Version: 1.0',
  ]
  if (mail.html === undefined) return [...head, ...part('text/plain', mail.text), ''].join('\r\n')
  const boundary = `=_${id}`
  const parts = [['text/plain', mail.text] as const, ['text/html', mail.html] as const].flatMap(([type, text]) => [`--${boundary}`, ...part(type, text)])
  return [...head, `Content-Type: multipart/alternative; boundary="${boundary}"`, '', ...parts, `--${boundary}--`, ''].join('\r\n')
}

/** A header value on one line: what would begin another header is gone. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

/** The address alone. */
function mailboxOf(from: string): string {
  return /<([^<>\s]+)>/.exec(from)?.[1] ?? from.trim()
}

/** `a@b.c` or `Name <a@b.c>` with the name quoted or encoded. */
function address(text: string): string {
  const clean = oneLine(text)
  const [, name, mailbox] = /^"?([^"<>]*?)"?\s*<([^<>\s]+)>$/.exec(clean) ?? []
  if (mailbox === undefined) return clean.replace(/[\s,;<>"]/g, '')
  const plain = /^[\x20-\x7e]*$/.test(name ?? '') ? `"${(name ?? '').replace(/[\\"]/g, '')}"` : words(name ?? '')
  return name ? `${plain} <${mailbox}>` : `<${mailbox}>`
}

/** Text as encoded words (RFC 2047) of at most 75 characters when it is not plain ASCII. */
function words(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes('=?') && text.length <= 70) return text
  const pieces: string[] = []
  let piece = ''
  for (const letter of text) {
    if (Buffer.byteLength(piece + letter) > 42) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece].map((it) => `=?UTF-8?B?${Buffer.from(it).toString('base64')}?=`).join('\r\n ')
}

function part(type: string, text: string): string[] {
  const body =
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  return [`Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: base64', '', ...body]
}
