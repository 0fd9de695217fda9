import { workspace as contract } from '@myna/contracts/workspace'
import { defineService } from '@myna/kernel'
import { needs } from '#context.ts'
import { checkBrandColours } from '#operations/check-brand-colours.ts'
import { deleteView } from '#operations/delete-view.ts'
import { getBrand } from '#operations/get-brand.ts'
import { getBrandFace } from '#operations/get-brand-face.ts'
import { getBrandLogo } from '#operations/get-brand-logo.ts'
import { getFaceLogo } from '#operations/get-face-logo.ts'
import { getSettings } from '#operations/get-settings.ts'
import { listEvents } from '#operations/list-events.ts'
import { listNotifications } from '#operations/list-notifications.ts'
import { listPresent } from '#operations/list-present.ts'
import { listViews } from '#operations/list-views.ts'
import { readNotifications } from '#operations/read-notifications.ts'
import { removeBrandLogo } from '#operations/remove-brand-logo.ts'
import { saveView } from '#operations/save-view.ts'
import { setBrand } from '#operations/set-brand.ts'
import { setBrandDomain } from '#operations/set-brand-domain.ts'
import { setBrandLogo } from '#operations/set-brand-logo.ts'
import { updateSettings } from '#operations/update-settings.ts'
import { watchNews } from '#operations/watch-news.ts'
import { onNews } from '#reactions/on-news.ts'
import { onDomainReleased, onDomainVerified } from '#reactions/on-domain.ts'
import { onTenantCreated } from '#reactions/on-tenant-created.ts'

/** The choices of an organisation, and what its people are told. */
export const workspace = defineService({
  name: 'workspace',
  contract,
  needs,
  operations: {
    getSettings,
    updateSettings,
    getBrand,
    setBrand,
    checkBrandColours,
    setBrandLogo,
    removeBrandLogo,
    getBrandLogo,
    setBrandDomain,
    getBrandFace,
    getFaceLogo,
    listEvents,
    watchNews,
    listPresent,
    listNotifications,
    readNotifications,
    listViews,
    saveView,
    deleteView,
  },
  hears: { onTenantCreated, onDomainVerified, onDomainReleased, ...onNews },
  migrations: new URL('./migrations/', import.meta.url),
})
