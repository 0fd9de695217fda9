import { audit as contract } from '@myna/contracts/audit'
import { defineService } from '@myna/kernel'
import { needs } from '#context.ts'
import { exportEntries } from '#operations/export-entries.ts'
import { listEntries } from '#operations/list-entries.ts'
import { verifyChain } from '#operations/verify-chain.ts'
import { onActNoted } from '#reactions/on-act-noted.ts'

/** The audit log. */
export const audit = defineService({
  name: 'audit',
  contract,
  needs,
  operations: { listEntries, verifyChain, exportEntries },
  hears: { onActNoted },
  migrations: new URL('./migrations/', import.meta.url),
})
