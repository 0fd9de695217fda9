import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { App } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { NoAccess } from '#ui/no-access.tsx'
import { Page, Tab, Tabs } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { PlainSwitch } from '#ui/switch.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { AppConfigurationForm } from './app-configuration.tsx'
import { AppHealth } from './app-health.tsx'
import { AppManage } from './app-manage.tsx'
import { appQuery, appsChanged } from './app-queries.ts'
import { AppUsage } from './app-usage.tsx'
import { AppVersions } from './app-versions.tsx'
import { HealthBadge } from './health-badge.tsx'
import { TryApp } from './try-app.tsx'

const tabs = ['versions', 'usage', 'health', 'configuration', 'try', 'manage'] as const

/** One application: its versions, how it does, what it is told, and a way to try it. */
export function AppPage() {
  const { t } = useTranslation()
  const { appId } = useParams({ from: '/shell/applications/$appId' })
  const search = useSearch({ from: '/shell/applications/$appId' })
  const [mayRead, mayWrite, mayRun] = [useMay('apps:read'), useMay('apps:write'), useMay('apps:run')]
  const app = useQuery({ ...appQuery(appId), enabled: mayRead })
  const shown = tabs.filter((it) => (it === 'try' ? mayRun : it !== 'manage' || mayWrite))
  const tab = shown.find((it) => it === search.tab) ?? 'versions'
  const crumb = { label: t('applications.title'), to: '/applications' } as const
  if (!mayRead || !app.data)
    return (
      <Page title={t('applications.title')} crumb={crumb}>
        {!mayRead ? <NoAccess /> : app.error ? <Trouble fault={app.error} onRetry={() => void app.refetch()} /> : <SkeletonRows />}
      </Page>
    )
  return (
    <Page
      title={app.data.name}
      crumb={crumb}
      badge={app.data.enabled ? <HealthBadge health={app.data.health} /> : <Badge>{t('applications.disabled')}</Badge>}
      actions={mayWrite && <InUse app={app.data} />}
      below={
        <Tabs label={t('applications.tabs')}>
          {shown.map((it) => (
            <Tab key={it} to="/applications/$appId" params={{ appId }} search={it === 'versions' ? {} : { tab: it }} current={tab === it}>
              {t(`applications.tab.${it}`)}
            </Tab>
          ))}
        </Tabs>
      }
    >
      <div className="mx-auto grid max-w-240 gap-4">
        {tab === 'versions' && <AppVersions app={app.data} mayWrite={mayWrite} />}
        {tab === 'usage' && <AppUsage appId={appId} />}
        {tab === 'health' && <AppHealth app={app.data} mayWrite={mayWrite} />}
        {tab === 'configuration' && <AppConfigurationForm appId={appId} mayWrite={mayWrite} />}
        {tab === 'try' && <TryApp app={app.data} mayWrite={mayWrite} />}
        {tab === 'manage' && <AppManage app={app.data} />}
      </div>
    </Page>
  )
}

function InUse({ app }: { app: App }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const toggle = useMutation({
    mutationFn: (enabled: boolean) => api.apps.updateApp({ appId: app.id, enabled }),
    onSuccess: ({ name, enabled }) => tell(t(enabled ? 'applications.switched_on' : 'applications.switched_off', { name })),
    onSettled: appsChanged,
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <label className="flex items-center gap-2 text-sm">
      <span aria-hidden className="max-sm:hidden">
        {t('applications.enabled')}
      </span>
      <PlainSwitch
        label={t('applications.enabled')}
        checked={toggle.isPending ? toggle.variables : app.enabled}
        onChange={(enabled) => toggle.mutate(enabled)}
      />
    </label>
  )
}
