import { workspace as contract } from '@myna/contracts/workspace'
import { defineService } from '@myna/kernel'
import { needs } from '#context.ts'
import { getSettings } from '#operations/get-settings.ts'
import { updateSettings } from '#operations/update-settings.ts'
import { onTenantCreated } from '#reactions/on-tenant-created.ts'

/** The choices of an organisation. */
export const workspace = defineService({
  name: 'workspace',
  contract,
  needs,
  operations: { getSettings, updateSettings },
  hears: { onTenantCreated },
  migrations: new URL('./migrations/', import.meta.url),
})
