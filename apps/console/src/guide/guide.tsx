import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import clsx from 'clsx'
import { SearchX } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '#shell/shortcuts.ts'
import { brandLook } from '#ui/brand-look.ts'
import { Button } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page } from '#ui/page.tsx'
import { Empty } from '#ui/states.tsx'
import { currentLanguage } from '#words/language.ts'
import { type GuidePage, type GuidePart, partsWith } from './guide-pages.ts'
import { guidePagesIn } from './guide-texts.ts'
import { MarkdownView } from './markdown-view.tsx'

/** The guides, a page each, with a search over all of them. */
export function Guide() {
  const { t } = useTranslation()
  const { page: name } = useParams({ strict: false })
  const { q } = useSearch({ strict: false })
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const seek = () => field.current?.focus()
  useShortcuts({ '/': seek, f: seek })
  const guidePages = guidePagesIn(currentLanguage())
  const shown = guidePages.find((it) => it.name === (name ?? 'start'))
  const found = q ? partsWith(guidePages, q) : undefined
  const search = (next: string | undefined) =>
    void navigate({ to: '/guide/$page', params: { page: shown?.name ?? 'start' }, search: next ? { q: next } : {}, replace: true })
  return (
    <Page
      flush
      title={t('guide.title')}
      below={<FilterBar ref={field} label={t('guide.search')} {...(q && { q })} onQ={search} count={found && t('guide.count', { count: found.length })} />}
    >
      <div className="flex h-full min-h-0 max-lg:flex-col">
        <Contents pages={guidePages} shown={shown} />
        <Reading key={`${shown?.name} ${q}`}>
          {currentLanguage() !== (shown?.language ?? 'en') && <p className="mb-4 rounded-md bg-info-bg px-3 py-2 text-sm text-info">{t('guide.english')}</p>}
          {found ? (
            <Found parts={found} onClear={() => search(undefined)} />
          ) : shown ? (
            <article lang={shown.language} aria-labelledby="guide" className="grid grid-cols-1 gap-3 text-base">
              <h2 id="guide" className="text-xl font-semibold">
                {branded(shown.title)}
              </h2>
              <MarkdownView blocks={shown.blocks} />
            </article>
          ) : (
            <Empty icon={SearchX} title={t('guide.no_page')} body={t('guide.no_page_body')} />
          )}
        </Reading>
      </div>
    </Page>
  )
}

function Contents({ pages, shown }: { pages: readonly GuidePage[]; shown: GuidePage | undefined }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('guide.contents')} className="shrink-0 overflow-auto border-b p-2 lg:w-64 lg:border-r lg:border-b-0">
      <ul className="flex gap-1 lg:grid">
        {pages.map((it) => (
          <li key={it.name} lang={it.language} className="shrink-0">
            <Link
              to="/guide/$page"
              params={{ page: it.name }}
              aria-current={it === shown ? 'page' : undefined}
              className={clsx(
                'flex min-h-8 items-center rounded-sm px-2 py-1 text-sm max-lg:whitespace-nowrap text-ink-2 hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 coarse:h-11',
                it === shown && 'bg-selected font-medium !text-ink',
              )}
            >
              {branded(it.title)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function branded(title: string): string {
  return title.replaceAll('Myna', () => brandLook().name)
}

/** The column that is read; it goes to the heading the address names, or to its top. */
function Reading({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const column = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const id = decodeURIComponent(location.hash.slice(1))
    const heading = id ? document.getElementById(id) : null
    if (heading && column.current?.contains(heading)) heading.scrollIntoView()
  })
  return (
    <div
      ref={column}
      tabIndex={0}
      role="region"
      aria-label={t('guide.title')}
      className="min-h-0 min-w-0 flex-1 overflow-y-auto px-4 py-5 focus-visible:-outline-offset-2 lg:px-8"
    >
      <div className="mx-auto max-w-180">{children}</div>
    </div>
  )
}

function Found({ parts, onClear }: { parts: readonly GuidePart[]; onClear: () => void }) {
  const { t } = useTranslation()
  if (parts.length === 0)
    return (
      <Empty icon={SearchX} title={t('guide.none_match')} body={t('guide.none_match_body')}>
        <Button onClick={onClear}>{t('act.clear_filter')}</Button>
      </Empty>
    )
  return (
    <ul className="divide-y rounded-md border">
      {parts.map(({ page, id, title, words }) => (
        <li key={`${page.name}#${id}`} lang={page.language}>
          <Link
            to="/guide/$page"
            params={{ page: page.name }}
            {...(id && { hash: id })}
            className="grid gap-0.5 px-4 py-3 hover:bg-hover focus-visible:-outline-offset-2"
          >
            <span className="text-xs text-ink-3">{page.title}</span>
            <span className="text-sm font-medium">{title}</span>
            <span className="line-clamp-2 text-sm text-ink-2">{words.trim()}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
