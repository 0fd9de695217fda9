import { audit as contract } from '@myna/contracts/audit'
import { defineService } from '@myna/kernel'
import { needs } from '#context.ts'
import { exportEntries } from '#operations/export-entries.ts'
import { acknowledgeSignal, closeSignal } from '#operations/handle-signal.ts'
import { listEntries } from '#operations/list-entries.ts'
import { listSignals } from '#operations/list-signals.ts'
import { verifyChain } from '#operations/verify-chain.ts'
import { onActNoted } from '#reactions/on-act-noted.ts'
import { onAccountAttacked, onSignInReported, onSignInSuspicious } from '#reactions/signals/on-sign-in-news.ts'

/** The audit log. */
export const audit = defineService({
  name: 'audit',
  contract,
  needs,
  operations: { listEntries, verifyChain, exportEntries, listSignals, acknowledgeSignal, closeSignal },
  hears: { onActNoted, onSignInSuspicious, onSignInReported, onAccountAttacked },
  migrations: new URL('./migrations/', import.meta.url),
})
