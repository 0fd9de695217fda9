import { ExternalLink, FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AnswerSource } from '#api/shapes.ts'
import { documentName, shortAddress } from '#knowledge/short-address.ts'

/** Where an answer comes from: each page with the words it stands on. */
export function AnswerSources({ sources }: { sources: readonly AnswerSource[] }) {
  const { t } = useTranslation()
  if (sources.length === 0) return null
  return (
    <details className="mt-1.5 text-xs">
      <summary className="w-fit rounded-xs py-0.75 text-ink-2 hover:text-ink">
        {t('talk.sources', { count: sources.length })}: {[...new Set(sources.map((it) => (it.url ? shortAddress(it.url) : it.title)))].slice(0, 2).join(', ')}
      </summary>
      <ul className="mt-1.5 grid gap-2">
        {sources.map((it) => (
          <li key={it.itemId} className="border-l-2 pl-2.5">
            <div className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-medium">{it.title}</span>
              {it.url && documentName(it.url) !== undefined ? (
                <span className="inline-flex items-center gap-1 text-ink-2 [overflow-wrap:anywhere]">
                  <FileText aria-hidden className="size-3 shrink-0" />
                  {documentName(it.url)}
                </span>
              ) : it.url ? (
                <a
                  href={it.url}
                  target="_blank"
                  rel="noreferrer noopener"
                  className="inline-flex items-center gap-1 text-brand-text [overflow-wrap:anywhere] hover:underline"
                >
                  {shortAddress(it.url)}
                  <ExternalLink aria-hidden className="size-3 shrink-0" />
                  <span className="sr-only">{t('act.new_window')}</span>
                </a>
              ) : (
                <span className="text-ink-3">{t('knowledge.by_hand')}</span>
              )}
            </div>
            {it.quote && <blockquote className="mt-0.5 line-clamp-6 text-ink-2 [overflow-wrap:anywhere]">“{it.quote}”</blockquote>}
          </li>
        ))}
      </ul>
    </details>
  )
}
