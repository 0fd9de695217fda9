import type { Handlers } from '@myna/contracts'
import { agents } from '@myna/contracts/agents'
import { brain } from '@myna/contracts/brain'
import type { calls as contract } from '@myna/contracts/calls'
import { voice } from '@myna/contracts/voice'
import { workspace } from '@myna/contracts/workspace'
import type { Context as KernelContext } from '@myna/kernel'
import type { BlobStore } from '@myna/ports/blobs'
import type { CarrierMaker, CarrierProtocol } from '@myna/ports/carrier'
import type { IceServers, PeerMaker } from '@myna/ports/peer'
import type { Tables } from '#store/tables.ts'

export type Ports = {
  recordings: BlobStore
  /** Folder where recordings lie while their calls go on. */
  recordingFolder: string
  /** Folder of what is on its way to the database. */
  ledgerFolder: string
  carriers: { twilio: { make: CarrierMaker; protocol: CarrierProtocol } }
  /** Carriers are on this machine, as when one is played for a test. */
  carriersAreHere: boolean
  /** Where carriers reach this installation. */
  publicUrl: string
  /** Makes connections for the sound of calls in browsers; without it all sound goes over their sockets. */
  peers?: PeerMaker | undefined
  /** What helps a browser to reach them, for a call. */
  iceServers?: IceServers | undefined
  /** An account of whoever runs the installation, below which tenants may have accounts of their own. */
  lentAccount: { accountId: string; secret: string; region: string | null } | undefined
}
/** Services this one calls. */
export const needs = { agents, brain, voice, workspace }
export type Context = KernelContext<typeof needs, Tables, Ports>
type Operations = Handlers<typeof contract, Context>
export type Handle<K extends keyof Operations> = Operations[K]
