import type { Handlers } from '@myna/contracts'
import type { identity as contract } from '@myna/contracts/identity'
import type { Context as KernelContext } from '@myna/kernel'
import type { Mailer } from '@myna/ports/mail'
import type { Tables } from '#store/tables.ts'

/** Services this one calls. */
export const needs = {}

/** What identity is given. */
export type Ports = {
  mailer: Mailer
  /** Where people reach the console, without a slash at the end: `https://myna.example`. */
  publicUrl: string
  /** At least 32 characters, the same in every process of an installation. */
  secret: string
}

export type Context = KernelContext<typeof needs, Tables, Ports>
type Operations = Handlers<typeof contract, Context>
export type Handle<K extends keyof Operations> = Operations[K]
export type Answer<K extends keyof Operations> = Awaited<ReturnType<Operations[K]>>
