import type { Upstreams } from '@myna/kernel'
import type { FanOut } from '@myna/ports/fan-out'

/** What the gateway is given. */
export type Ports = {
  /** Where people reach Myna, such as `https://myna.example.com`. */
  publicUrl: string
  /** Lets the command line on the same machine act for the operator. */
  operatorToken: string
  /** Folder of the built console; undefined: no console here. */
  consoleFolder: string | undefined
  /** Services in other processes. */
  upstreams: Upstreams | undefined
  /** Tells other gateways what is to be forgotten; undefined where this is the only one. */
  fanOut: FanOut | undefined
  /** Signs callers for those processes. */
  secret: Uint8Array
  version: string
  /** How long the headers of an answer are waited for; a minute and a little unless given. */
  patienceMs?: number
}
