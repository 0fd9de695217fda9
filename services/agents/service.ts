import { agents as contract } from '@myna/contracts/agents'
import { defineService } from '@myna/kernel'
import { needs } from '#context.ts'
import { buildAgent } from '#jobs/build-agent.ts'
import { cancelCreation } from '#operations/cancel-creation.ts'
import { createAgent } from '#operations/create-agent.ts'
import { createFromWebsite } from '#operations/create-from-website.ts'
import { deleteAgent } from '#operations/delete-agent.ts'
import { duplicateAgent } from '#operations/duplicate-agent.ts'
import { getAgent } from '#operations/get-agent.ts'
import { getCreation } from '#operations/get-creation.ts'
import { getLiveConfig } from '#operations/get-live-config.ts'
import { listAgents } from '#operations/list-agents.ts'
import { listCreations } from '#operations/list-creations.ts'
import { listVersions } from '#operations/list-versions.ts'
import { publishAgent } from '#operations/publish-agent.ts'
import { restoreVersion } from '#operations/restore-version.ts'
import { retryStep } from '#operations/retry-step.ts'
import { updateDraft } from '#operations/update-draft.ts'
import { watchCreation } from '#operations/watch-creation.ts'

/** Voice agents: made, tried, published. */
export const agents = defineService({
  name: 'agents',
  contract,
  needs,
  operations: {
    createAgent,
    listAgents,
    getAgent,
    updateDraft,
    duplicateAgent,
    deleteAgent,
    publishAgent,
    listVersions,
    restoreVersion,
    getLiveConfig,
    createFromWebsite,
    listCreations,
    getCreation,
    watchCreation,
    cancelCreation,
    retryStep,
  },
  jobs: { buildAgent },
  migrations: new URL('./migrations/', import.meta.url),
})
