import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '#api/me.ts'
import { NoAccess } from '#ui/no-access.tsx'
import { Page, Tab, Tabs } from '#ui/page.tsx'
import { Connections } from './connections.tsx'
import { Errands } from './errands.tsx'
import { Runs } from './runs.tsx'
import { ToolList } from './tool-list.tsx'

const tabs = ['errands', 'tools', 'connections', 'runs'] as const

/** What agents do besides talk: what callers asked for, the tools, where they come from, and every use of them. */
export function ToolsPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/tools' })
  const tab = tabs.find((it) => it === search.tab) ?? 'errands'
  const maySee = useMay('tools:read')
  return (
    <Page
      flush
      title={t('tools.title')}
      below={
        <Tabs label={t('tools.parts')}>
          {tabs.map((it) => (
            <Tab key={it} to="/tools" search={it === 'errands' ? {} : { tab: it }} current={tab === it}>
              {t(`tools.tab.${it}`)}
            </Tab>
          ))}
        </Tabs>
      }
    >
      {!maySee ? (
        <NoAccess />
      ) : (
        <div className="flex h-full min-h-0 flex-col">
          {tab === 'errands' && <Errands />}
          {tab === 'tools' && <ToolList />}
          {tab === 'connections' && <Connections />}
          {tab === 'runs' && <Runs />}
        </div>
      )}
    </Page>
  )
}
