import type { Handlers } from '@myna/contracts'
import type { identity as contract } from '@myna/contracts/identity'
import type { signInVendors } from '@myna/contracts/identity-sign-in'
import type { Context as KernelContext } from '@myna/kernel'
import type { CodeProvider, OpenidMaker, SamlProtocol } from '@myna/ports/identity-provider'
import type { Mailer } from '@myna/ports/mail'
import type { Tables } from '#store/tables.ts'

/** Services this one calls. */
export const needs = {}

/** A vendor anybody on the installation may sign in with. */
export type SignInVendor = (typeof signInVendors)[number]

/** What identity is given. */
export type Ports = {
  mailer: Mailer
  /** Whether mails reach people; otherwise they lie in a folder of the server. */
  mailIsOn: boolean
  /** Where people reach the console, without a slash at the end: `https://myna.example`. */
  publicUrl: string
  /** Further addresses of the console: domains of brands. */
  origins: readonly string[]
  /** At least 32 characters, the same in every process of an installation. */
  secret: string
  /** Addresses of those who run the installation; empty: the first person to sign up. */
  operators: readonly string[]
  vendors: Readonly<Partial<Record<SignInVendor, CodeProvider>>>
  makeOpenid: OpenidMaker
  saml: SamlProtocol
  /** TXT records of a name, each in one piece; empty when there are none. */
  resolveText(name: string): Promise<string[]>
}

export type Context = KernelContext<typeof needs, Tables, Ports>
type Operations = Handlers<typeof contract, Context>
export type Handle<K extends keyof Operations> = Operations[K]
export type Answer<K extends keyof Operations> = Awaited<ReturnType<Operations[K]>>
