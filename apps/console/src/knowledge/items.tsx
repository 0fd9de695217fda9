import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import clsx from 'clsx'
import { BookOpenText, Plus, SearchX } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgentSearch } from '#agent/agent-search.ts'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { Agent, Base, Item } from '#api/shapes.ts'
import { useLeaving } from '#api/use-leaving.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { number } from '#words/figures.ts'
import { categories } from './categories.ts'
import { ItemDrawer } from './item-drawer.tsx'
import { ItemRow } from './item-row.tsx'
import { baseChanged, type ItemFilter, itemsQuery } from './knowledge-queries.ts'

const states = ['found', 'approved', 'edited', 'written', 'rejected'] as const satisfies readonly Item['state'][]
const step = 100

/** The things an agent knows, by category, state and words. */
export function Items({ agent, base }: { agent: Agent; base: Base | undefined }) {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/agents/$agentId' })
  const search = useSearch({ from: '/shell/agents/$agentId' })
  const mayWrite = useMay('knowledge:write')
  const [editing, setEditing] = useState<Item | 'new'>()
  const [shown, setShown] = useState(step)
  const field = useRef<HTMLInputElement>(null)
  const category = categories.find((it) => it === search.category)
  const state = states.find((it) => it === search.state)
  const filter: ItemFilter = { ...(category && { category }), ...(state && { state }), ...(search.q && { q: search.q }) }
  const filtered = Object.keys(filter).length > 0
  const list = useQuery({
    ...itemsQuery(agent.baseId, filter),
    placeholderData: (before) => before,
  })
  const leaving = useLeaving<Item>({
    send: (it) => api.knowledge.deleteItem({ itemId: it.id }),
    back: (it) => api.knowledge.restoreItem({ itemId: it.id }),
    onDone: () => baseChanged(agent.baseId),
    told: (it) => t('knowledge.deleted', { title: it.title }),
  })
  const items = list.data?.filter((it) => !leaving.gone.has(it.id))
  const narrow = (change: Partial<Record<'category' | 'state' | 'q', string | undefined>>) => {
    setShown(step)
    void navigate({ search: (before: AgentSearch) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value)), replace: true })
  }
  useShortcuts({ '/': () => field.current?.focus(), f: () => field.current?.focus() })
  const present = categories.filter((it) => base?.counts[it])

  return (
    <div className="@container flex h-full min-h-0">
      <nav aria-label={t('knowledge.categories')} className="hidden w-60 shrink-0 overflow-y-auto border-r p-2 @4xl:block">
        <ul>
          {[undefined, ...categories].map((it) => {
            const count = it ? (base?.counts[it] ?? 0) : base?.itemCount
            return (
              <li key={it ?? 'all'}>
                <button
                  type="button"
                  aria-pressed={category === it}
                  onClick={() => narrow({ category: it })}
                  className="flex min-h-8 w-full items-center gap-2 rounded-sm px-2 py-1 text-left text-sm text-ink-2 hover:bg-hover hover:text-ink aria-pressed:bg-selected aria-pressed:font-medium aria-pressed:text-ink"
                >
                  <span className={clsx('min-w-0 flex-1', it && !count && 'text-ink-3')}>{it ? t(`knowledge.category_name.${it}`) : t('knowledge.all')}</span>
                  {count !== undefined && <span className="text-xs text-ink-3 tabular-nums">{number(count)}</span>}
                </button>
              </li>
            )
          })}
        </ul>
      </nav>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="border-b [&>[role=search]]:border-t-0">
          <FilterBar
            ref={field}
            label={t('knowledge.search')}
            q={search.q ?? ''}
            onQ={(q) => narrow({ q })}
            choices={[
              {
                label: t('knowledge.state_label'),
                value: state ?? '',
                options: [{ value: '', label: t('knowledge.any_state') }, ...states.map((value) => ({ value, label: t(`knowledge.state.${value}`) }))],
                onChange: (value) => narrow({ state: value }),
              },
            ]}
            count={items && t('knowledge.count', { count: items.length, shown: number(items.length) })}
          >
            <label className="contents @4xl:hidden">
              <span className="sr-only">{t('knowledge.category')}</span>
              <select
                value={category ?? ''}
                onChange={(event) => narrow({ category: event.target.value || undefined })}
                className="h-8 max-w-44 rounded-sm border border-line-strong bg-surface px-2 text-sm @4xl:hidden coarse:h-11 coarse:text-lg"
              >
                <option value="">{t('knowledge.all')}</option>
                {(category && !present.includes(category) ? [category, ...present] : present).map((it) => (
                  <option key={it} value={it}>
                    {t(`knowledge.category_name.${it}`)} ({number(base?.counts[it] ?? 0)})
                  </option>
                ))}
              </select>
            </label>
            {mayWrite && (
              <Button onClick={() => setEditing('new')}>
                <Plus aria-hidden />
                {t('knowledge.add')}
              </Button>
            )}
          </FilterBar>
        </div>
        <div className="relative min-h-0 flex-1 overflow-y-auto">
          {list.error && !items ? (
            <Trouble fault={list.error} onRetry={() => void list.refetch()} />
          ) : !items ? (
            <SkeletonRows />
          ) : items.length > 0 ? (
            <>
              <ul aria-label={t('knowledge.items')} className="divide-y border-b">
                {items.slice(0, shown).map((it) => (
                  <ItemRow
                    key={it.id}
                    item={it}
                    baseId={agent.baseId}
                    mayWrite={mayWrite}
                    onEdit={() => setEditing(it)}
                    onDelete={() => void leaving.remove(it)}
                  />
                ))}
              </ul>
              {items.length > shown && (
                <div className="grid place-items-center p-4">
                  <Button onClick={() => setShown(shown + step)}>{t('act.show_more')}</Button>
                </div>
              )}
            </>
          ) : filtered ? (
            <Empty icon={SearchX} title={t('knowledge.none_match')} body={t('knowledge.none_match_body')}>
              <Button onClick={() => narrow({ category: undefined, state: undefined, q: undefined })}>{t('act.clear_filter')}</Button>
            </Empty>
          ) : (
            <Empty icon={BookOpenText} title={t('knowledge.empty')} body={t('knowledge.empty_body')}>
              {mayWrite && (
                <>
                  <ButtonLink to="/agents/$agentId" params={{ agentId: agent.id }} search={{ tab: 'knowledge', view: 'sources' }} look="primary">
                    {t('knowledge.add_source')}
                  </ButtonLink>
                  <Button onClick={() => setEditing('new')}>{t('knowledge.add')}</Button>
                </>
              )}
            </Empty>
          )}
        </div>
      </div>
      {editing && <ItemDrawer baseId={agent.baseId} item={editing === 'new' ? undefined : editing} category={category} onClose={() => setEditing(undefined)} />}
    </div>
  )
}
