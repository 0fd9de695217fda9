import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import clsx from 'clsx'
import { BookOpen, Braces, SearchX } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page } from '#ui/page.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { EventsPage, ReferenceTabs } from './events-page.tsx'
import { Method } from './method.tsx'
import { OperationPage } from './operation-page.tsx'
import { OwnWords } from './own-words.tsx'
import { matching, type Operation, referenceQuery } from './operations.ts'

type Search = { tab?: string; q?: string; service?: string; op?: string }

/** Everything the API can be asked, as the server itself describes it, with a form to ask it. */
export function ApiReference() {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/reference' })
  const search = useSearch({ from: '/shell/reference' })
  const reference = useQuery(referenceQuery)
  const field = useRef<HTMLInputElement>(null)
  const operations = reference.data?.operations
  const found = useMemo(() => matching(operations ?? [], search.q, search.service), [operations, search.q, search.service])
  const chosen = operations?.find((it) => it.id === search.op)
  const go = (change: { [K in keyof Search]: string | undefined }) =>
    void navigate({ search: (before: Search) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value)), replace: true })
  const step = (by: number) => {
    const next = found[Math.max(0, Math.min(found.length - 1, found.findIndex((it) => it.id === search.op) + by))]
    if (next) go({ op: next.id })
  }
  const seek = () => field.current?.focus()
  useShortcuts({ '/': seek, f: seek, j: () => step(1), k: () => step(-1) })

  if (search.tab === 'events') return <EventsPage reference={reference} q={search.q} onQ={(q) => go({ q })} />
  return (
    <Page
      flush
      title={t('reference.title')}
      actions={
        <a href="/api/v1/openapi.json" target="_blank" rel="noreferrer" className={buttonClass({})}>
          <Braces aria-hidden />
          <span className="max-sm:sr-only">{t('reference.whole_document')}</span>
          <span className="sr-only">{t('act.new_window')}</span>
        </a>
      }
      below={
        <div className={clsx(chosen && 'max-lg:hidden')}>
          <ReferenceTabs tab="operations" />
          <FilterBar
            ref={field}
            label={t('reference.search')}
            {...(search.q && { q: search.q })}
            onQ={(q) => go({ q })}
            choices={[
              {
                label: t('reference.all_services'),
                value: search.service ?? '',
                options: [
                  { value: '', label: t('reference.all_services') },
                  ...[...new Set((operations ?? []).map((it) => it.service))].map((it) => ({ value: it, label: it })),
                ],
                onChange: (service) => go({ service }),
              },
            ]}
            count={operations && t('reference.count', { count: found.length })}
          />
        </div>
      }
    >
      {reference.error && !reference.data ? (
        <Trouble fault={reference.error} onRetry={() => void reference.refetch()} />
      ) : !reference.data ? (
        <SkeletonRows rows={10} />
      ) : found.length === 0 ? (
        <Empty icon={SearchX} title={t('reference.none_match')} body={t('reference.none_match_body')}>
          <Button onClick={() => go({ q: undefined, service: undefined })}>{t('act.clear_filter')}</Button>
        </Empty>
      ) : (
        <div className="flex h-full min-h-0">
          <OperationList found={found} chosen={chosen} className={chosen && 'max-lg:hidden'} />
          <div className={clsx('relative min-w-0 flex-1 overflow-y-auto', !chosen && 'max-lg:hidden')}>
            {chosen ? (
              <OperationPage key={chosen.id} operation={chosen} components={reference.data.components} onBack={() => go({ op: undefined })} />
            ) : (
              <Empty icon={BookOpen} title={t('reference.choose')} body={t('reference.choose_body')} />
            )}
          </div>
        </div>
      )}
    </Page>
  )
}

function OperationList({ found, chosen, className }: { found: Operation[]; chosen: Operation | undefined; className: string | undefined }) {
  const { t } = useTranslation()
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen?.id])
  return (
    <nav ref={list} aria-label={t('reference.operations')} className={clsx('relative w-full shrink-0 overflow-y-auto pb-4 lg:w-80 lg:border-r', className)}>
      {[...Map.groupBy(found, (it) => it.service)].map(([service, operations]) => (
        <section key={service}>
          <h2 className="sticky top-0 z-10 border-b bg-sunken px-4 py-1.5 text-xs font-medium text-ink-2 first-letter:uppercase">{service}</h2>
          <ul className="divide-y">
            {operations.map((it) => (
              <li key={it.id} className="scroll-mt-8">
                <Link
                  to="/reference"
                  search={(before: Search) => ({ ...before, op: it.id })}
                  replace={chosen !== undefined}
                  className="flex min-h-12 items-start gap-2.5 px-4 py-2 transition-colors duration-100 hover:bg-hover focus-visible:-outline-offset-2 aria-[current=page]:bg-selected"
                >
                  <Method method={it.method} className="mt-px" />
                  <span className="min-w-0 flex-1">
                    <span className="block text-sm">
                      <OwnWords text={it.summary} />
                    </span>
                    <span className="block truncate font-mono text-xs text-ink-3">{it.path.replace('/api/v1', '')}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
