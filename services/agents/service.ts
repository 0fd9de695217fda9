import { agents as contract } from '@myna/contracts/agents'
import { defineService } from '@myna/kernel'
import { needs } from '#context.ts'
import { buildAgent } from '#jobs/build-agent.ts'
import { runSimulation } from '#jobs/run-simulation.ts'
import { cancelCreation } from '#operations/cancel-creation.ts'
import { createAgent } from '#operations/create-agent.ts'
import { createFromWebsite } from '#operations/create-from-website.ts'
import { deleteAgent } from '#operations/delete-agent.ts'
import { duplicateAgent } from '#operations/duplicate-agent.ts'
import { getAgent } from '#operations/get-agent.ts'
import { getCreation } from '#operations/get-creation.ts'
import { getLiveConfig } from '#operations/get-live-config.ts'
import { listAgents } from '#operations/list-agents.ts'
import { listCreationSentences } from '#operations/list-creation-sentences.ts'
import { listCreations } from '#operations/list-creations.ts'
import { listVersions } from '#operations/list-versions.ts'
import { publishAgent } from '#operations/publish-agent.ts'
import { settleNumberStep } from '#operations/settle-number-step.ts'
import { restoreVersion } from '#operations/restore-version.ts'
import { retryStep } from '#operations/retry-step.ts'
import { updateDraft } from '#operations/update-draft.ts'
import { addScenario } from '#operations/add-scenario.ts'
import { cancelSimulation } from '#operations/cancel-simulation.ts'
import { getSimulation } from '#operations/get-simulation.ts'
import { listScenarios } from '#operations/list-scenarios.ts'
import { listSimulations } from '#operations/list-simulations.ts'
import { removeScenario } from '#operations/remove-scenario.ts'
import { startSimulation } from '#operations/start-simulation.ts'
import { suggestScenarios } from '#operations/suggest-scenarios.ts'
import { updateScenario } from '#operations/update-scenario.ts'
import { watchSimulation } from '#operations/watch-simulation.ts'
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
    listCreationSentences,
    watchCreation,
    cancelCreation,
    retryStep,
    settleNumberStep,
    listScenarios,
    addScenario,
    suggestScenarios,
    updateScenario,
    removeScenario,
    startSimulation,
    listSimulations,
    getSimulation,
    watchSimulation,
    cancelSimulation,
  },
  jobs: { buildAgent, runSimulation },
  migrations: new URL('./migrations/', import.meta.url),
})
