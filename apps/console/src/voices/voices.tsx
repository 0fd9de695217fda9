import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '#api/me.ts'
import { NoAccess } from '#ui/no-access.tsx'
import { Page, Tab, Tabs } from '#ui/page.tsx'
import { SpeechVendors } from './speech-vendors.tsx'
import { Studio } from './studio.tsx'

const tabs = ['studio', 'vendors'] as const

/** How agents sound, and who speaks and listens for them. */
export function Voices() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/voices' })
  const tab = tabs.find((it) => it === search.tab) ?? 'studio'
  const maySee = useMay('voice:read')
  return (
    <Page
      title={t('studio.title')}
      below={
        <Tabs label={t('studio.parts')}>
          {tabs.map((it) => (
            <Tab key={it} to="/voices" search={it === 'studio' ? {} : { tab: it }} current={tab === it}>
              {t(it === 'studio' ? 'studio.tab' : 'speechVendors.tab')}
            </Tab>
          ))}
        </Tabs>
      }
    >
      {!maySee ? <NoAccess /> : tab === 'studio' ? <Studio /> : <SpeechVendors />}
    </Page>
  )
}
