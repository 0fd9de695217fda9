export type Mail = { to: string; subject: string; text: string; html?: string }

/** What sends mail. Resolves when it was handed over; throws `PortFault`. */
export type Mailer = { readonly name: string; send(mail: Mail): Promise<{ where: string }> }
