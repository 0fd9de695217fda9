import { tools as contract } from '@myna/contracts/tools'
import { defineService } from '@myna/kernel'
import { needs, type Ports } from '#context.ts'
import { addConnection } from '#operations/add-connection.ts'
import { addTool } from '#operations/add-tool.ts'
import { getTool } from '#operations/get-tool.ts'
import { listConnections } from '#operations/list-connections.ts'
import { getErrand } from '#operations/get-errand.ts'
import { listErrands } from '#operations/list-errands.ts'
import { listPlugins } from '#operations/list-plugins.ts'
import { listRuns } from '#operations/list-runs.ts'
import { listTools } from '#operations/list-tools.ts'
import { refreshConnection } from '#operations/refresh-connection.ts'
import { removeConnection } from '#operations/remove-connection.ts'
import { removeTool } from '#operations/remove-tool.ts'
import { runTool } from '#operations/run-tool.ts'
import { settleErrand } from '#operations/settle-errand.ts'
import { updateTool } from '#operations/update-tool.ts'
import { emptyRoom } from '#running/room.ts'
import type { Tables } from '#store/tables.ts'

/** What agents can do besides talk. */
export const tools = defineService<typeof contract, typeof needs, Tables, Ports>({
  name: 'tools',
  contract,
  needs,
  operations: {
    listTools,
    getTool,
    addTool,
    updateTool,
    removeTool,
    runTool,
    listRuns,
    listConnections,
    addConnection,
    refreshConnection,
    removeConnection,
    listPlugins,
    listErrands,
    getErrand,
    settleErrand,
  },
  start: async (context) => () => emptyRoom(context),
  migrations: new URL('./migrations/', import.meta.url),
})
