import { PortFault } from '@myna/ports/fault'
import type { Mailer } from '@myna/ports/mail'
import { createTransport } from 'nodemailer'

/**
 * A mailer over an SMTP server at `url` (`smtp://user:password@host:587` upgrades to TLS when the server offers it, `smtps://…:465`
 * begins with it; `?requireTLS=true` insists). `from` is an address or `Name <address>`.
 */
export function createSmtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const { protocol, host } = new URL(url)
  if (protocol !== 'smtp:' && protocol !== 'smtps:') throw new Error(`a mail server's address begins with smtp:// or smtps://, not ${protocol}//`)
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    name: 'smtp',
    async send({ to, subject, text, html, fromName }) {
      // As an object an address is one recipient, whatever is in it.
      const sender = fromName === undefined ? from : { name: fromName, address: /<([^<>\s]+)>/.exec(from)?.[1] ?? from.trim() }
      const mail = { from: sender, to: { name: '', address: to }, subject, text, ...(html === undefined ? {} : { html }) }
      const sent = await transport.sendMail(mail).catch((error: unknown) => {
        throw faultOf(error, host)
      })
      return { where: `${host} ${sent.messageId}` }
    },
  }
}

/** RFC 5321, 4.2.1: what is refused with 5yz will be refused again; 4yz, or no answer at all, may pass. */
function faultOf(error: unknown, host: string): PortFault {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message?: string }
  const retryable = responseCode === undefined ? code !== 'EENVELOPE' : responseCode < 500
  return new PortFault(`the mail server ${host} did not take the mail: ${message ?? code ?? 'no reason given'}`, {
    retryable,
    ...(responseCode === undefined ? {} : { status: responseCode }),
    cause: error,
  })
}
