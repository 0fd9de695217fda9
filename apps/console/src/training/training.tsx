import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { agentsQuery } from '#agents/agent-queries.ts'
import type { Unanswered } from '#api/shapes.ts'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page, Tab, Tabs } from '#ui/page.tsx'
import { CorrectionList } from './correction-list.tsx'
import { UnansweredList } from './unanswered-list.tsx'

const tabs = ['unanswered', 'corrections'] as const
const states = ['open', 'answered', 'dismissed'] as const satisfies readonly Unanswered['state'][]

/** What agents learn from conversations: questions nobody could answer, and answers people put right. */
export function Training() {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/training' })
  const search = useSearch({ from: '/shell/training' })
  const { data: agents = [] } = useQuery(agentsQuery())
  const tab = tabs.find((it) => it === search.tab) ?? 'unanswered'
  const state = states.find((it) => it === search.state) ?? 'open'
  const agent = agents.find((it) => it.id === search.agent)
  const narrow = (change: Partial<Record<'agent' | 'state', string | undefined>>) =>
    void navigate({
      search: (before: Record<string, string | undefined>) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value)),
      replace: true,
    })
  return (
    <Page
      flush
      title={t('training.title')}
      below={
        <>
          <Tabs label={t('training.views')}>
            {tabs.map((it) => (
              <Tab
                key={it}
                to="/training"
                search={{ ...(it !== 'unanswered' && { tab: it }), ...(search.agent && { agent: search.agent }) }}
                current={it === tab}
              >
                {t(`training.${it}`)}
              </Tab>
            ))}
          </Tabs>
          <FilterBar
            choices={[
              {
                label: t('training.agent'),
                value: search.agent ?? '',
                options: [{ value: '', label: t('training.any_agent') }, ...agents.map((it) => ({ value: it.id, label: it.name }))],
                onChange: (value) => narrow({ agent: value }),
              },
              ...(tab === 'unanswered'
                ? [
                    {
                      label: t('training.state_label'),
                      value: search.state ?? '',
                      options: states.map((value) => ({ value: value === 'open' ? '' : value, label: t(`training.state.${value}`) })),
                      onChange: (value: string | undefined) => narrow({ state: value }),
                    },
                  ]
                : []),
            ]}
          />
        </>
      }
    >
      {tab === 'unanswered' ? (
        <UnansweredList key={`${search.agent} ${state}`} agents={agents} agentId={search.agent} state={state} onClear={() => void navigate({ search: {} })} />
      ) : (
        <CorrectionList baseId={agent?.baseId} />
      )}
    </Page>
  )
}
