import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSmtpMailer } from './index.ts'
import { openMailServer } from './test/mail-server.ts'

let server: Awaited<ReturnType<typeof openMailServer>>
beforeAll(async () => {
  server = await openMailServer()
})
afterAll(() => server.close())

const from = 'Myna <myna@example.com>'
const mail = { to: 'asha@example.com', subject: 'নমস্কার', text: 'Hello\n.\nthere', html: '<p>Hello</p>' }

test('hands a mail over to the server', async () => {
  const { where } = await createSmtpMailer({ url: server.url(), from }).send(mail)
  expect(where).toMatch(/^127\.0\.0\.1:\d+ <.+>$/)
  const taken = server.taken.at(-1)!
  expect(taken).toMatchObject({ from: 'myna@example.com', to: ['asha@example.com'] })
  expect(taken.data).toContain('From: Myna <myna@example.com>\r\n')
  expect(taken.data).toContain('<p>Hello</p>')
  expect(taken.data).toMatch(/Hello\r\n\.\r\nthere/)
})

test('a subject or address cannot add a header or a recipient', async () => {
  const before = server.taken.length
  const mailer = createSmtpMailer({ url: server.url(), from })
  await mailer.send({ ...mail, subject: 'Hi\r\nBcc: thief@example.com' })
  expect(server.taken.at(-1)!.data).not.toMatch(/^Bcc:/m)
  await mailer.send({ ...mail, to: 'asha@example.com, thief@example.com' }).catch(() => {})
  await mailer.send({ ...mail, to: 'asha@example.com>\r\nRCPT TO:<thief@example.com' }).catch(() => {})
  for (const it of server.taken.slice(before)) expect(it.to).not.toContain('thief@example.com')
})

test('tells what may pass from what never will', async () => {
  const mailer = createSmtpMailer({ url: server.url(), from })
  await expect(mailer.send({ ...mail, to: 'later@example.com' })).rejects.toMatchObject({ name: 'PortFault', retryable: true, status: 451 })
  await expect(mailer.send({ ...mail, to: 'nobody@example.com' })).rejects.toMatchObject({ name: 'PortFault', retryable: false, status: 550 })
  await expect(createSmtpMailer({ url: server.url('myna', 'guess'), from }).send(mail)).rejects.toMatchObject({
    name: 'PortFault',
    retryable: false,
    status: 535,
  })
})

test('a server that is away may come back', async () => {
  const away = await openMailServer()
  const url = away.url()
  await away.close()
  await expect(createSmtpMailer({ url, from }).send(mail)).rejects.toMatchObject({ name: 'PortFault', retryable: true })
})

test('refuses an address that is no mail server', () => {
  expect(() => createSmtpMailer({ url: 'https://example.com', from })).toThrow('smtp://')
})
