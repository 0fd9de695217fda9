import { apps as contract } from '@myna/contracts/apps'
import { defineService } from '@myna/kernel'
import { needs, type Ports } from '#context.ts'
import { probeApps } from '#jobs/probe-apps.ts'
import { activateVersion } from '#operations/activate-version.ts'
import { deleteApp } from '#operations/delete-app.ts'
import { getApp } from '#operations/get-app.ts'
import { getConfiguration } from '#operations/get-configuration.ts'
import { getStatistics } from '#operations/get-statistics.ts'
import { listApps } from '#operations/list-apps.ts'
import { listHealthChanges } from '#operations/list-health-changes.ts'
import { listProbes } from '#operations/list-probes.ts'
import { listUsableApps } from '#operations/list-usable-apps.ts'
import { listVersions } from '#operations/list-versions.ts'
import { noteUses } from '#operations/note-uses.ts'
import { probeApp } from '#operations/probe-app.ts'
import { registerApp } from '#operations/register-app.ts'
import { registerVersion } from '#operations/register-version.ts'
import { removeVersion } from '#operations/remove-version.ts'
import { resolveApp } from '#operations/resolve-app.ts'
import { rollBack } from '#operations/roll-back.ts'
import { rotateSigningSecret } from '#operations/rotate-signing-secret.ts'
import { saveConfiguration } from '#operations/save-configuration.ts'
import { shareTraffic } from '#operations/share-traffic.ts'
import { updateApp } from '#operations/update-app.ts'
import type { Tables } from '#store/tables.ts'

/** Registered AI applications of an organisation: where they answer, how they do, how they are used. */
export const apps = defineService<typeof contract, typeof needs, Tables, Ports>({
  name: 'apps',
  contract,
  needs,
  operations: {
    listApps,
    getApp,
    registerApp,
    updateApp,
    deleteApp,
    rotateSigningSecret,
    listVersions,
    registerVersion,
    removeVersion,
    activateVersion,
    rollBack,
    shareTraffic,
    getConfiguration,
    saveConfiguration,
    probeApp,
    listProbes,
    listHealthChanges,
    getStatistics,
    listUsableApps,
    resolveApp,
    noteUses,
  },
  jobs: { probeApps },
  migrations: new URL('./migrations/', import.meta.url),
})
