/** `fromName`: who it says it is from, in the place of the name the mailer has; its address stays. */
export type Mail = { to: string; subject: string; text: string; html?: string; fromName?: string }

/** What sends mail. Resolves when it was handed over; throws `PortFault`. */
export type Mailer = { readonly name: string; send(mail: Mail): Promise<{ where: string }> }
