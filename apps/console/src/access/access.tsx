import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '#api/me.ts'
import { NoAccess } from '#ui/no-access.tsx'
import { Page, Tab, Tabs } from '#ui/page.tsx'
import { AddressRules } from './address-rules.tsx'
import { OwnLimits } from './own-limits.tsx'
import { PlatformRules } from './platform-rules.tsx'

const tabs = ['addresses', 'limits', 'platform'] as const

/** From where one may come, and how often. */
export function Access() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/access' })
  const [mayRead, mayWrite, mayReadPlatform, mayWritePlatform] = [
    useMay('access:read'),
    useMay('access:write'),
    useMay('platform:read'),
    useMay('platform:write'),
  ]
  const shown = tabs.filter((it) => (it === 'platform' ? mayReadPlatform : mayRead))
  const tab = shown.find((it) => it === search.tab) ?? shown[0]
  return (
    <Page
      title={t('access.title')}
      below={
        shown.length > 1 && (
          <Tabs label={t('access.tabs')}>
            {shown.map((it) => (
              <Tab key={it} to="/access" search={it === 'addresses' ? {} : { tab: it }} current={tab === it}>
                {t(`access.tab.${it}`)}
              </Tab>
            ))}
          </Tabs>
        )
      }
    >
      <div className="mx-auto grid max-w-180 gap-4">
        {!tab && <NoAccess />}
        {tab === 'addresses' && <AddressRules mayWrite={mayWrite} />}
        {tab === 'limits' && <OwnLimits mayWrite={mayWrite} />}
        {tab === 'platform' && <PlatformRules mayWrite={mayWritePlatform} />}
      </div>
    </Page>
  )
}
