import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { allPages } from '#api/all-pages.ts'
import { api } from '#api/client.ts'
import type { Source, SourcePage } from '#api/shapes.ts'
import { Badge, type Tone } from '#ui/badge.tsx'
import { Drawer } from '#ui/dialog.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { shortAddress } from './short-address.ts'

const tones: Record<SourcePage['outcome'], Tone> = { read: 'ok', unchanged: 'neutral', skipped: 'warn', failed: 'bad' }

/** The pages of a website, or the parts of a document, as last read, and why some were not. */
export function SourcePages({ source, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useTranslation()
  const pages = useQuery({
    queryKey: ['base', source.baseId, 'pages', source.id],
    queryFn: () => allPages((page) => api.knowledge.listPages({ sourceId: source.id, ...page })),
  })
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={source.kind === 'document' ? shortAddress(source.url) : t('knowledge.pages_of', { address: shortAddress(source.url) })}
    >
      {pages.error ? (
        <Trouble fault={pages.error} onRetry={() => void pages.refetch()} />
      ) : !pages.data ? (
        <SkeletonRows />
      ) : (
        <ul className="-mx-5 -my-5 divide-y">
          {pages.data.map((it) => (
            <li key={it.id} className="flex items-start gap-3 px-5 py-2.5">
              <div className="min-w-0 flex-1">
                {source.kind === 'document' ? (
                  <div className="truncate text-sm font-medium">{it.title || shortAddress(it.url)}</div>
                ) : (
                  <>
                    <a href={it.url} target="_blank" rel="noreferrer noopener" className="block truncate text-sm font-medium hover:underline">
                      {it.title || shortAddress(it.url)}
                      <span className="sr-only"> {t('act.new_window')}</span>
                    </a>
                    <div className="truncate text-xs text-ink-3">{shortAddress(it.url)}</div>
                  </>
                )}
                {it.reason && <div className="text-xs text-ink-2">{it.reason}</div>}
              </div>
              <Badge tone={tones[it.outcome]}>{t(`knowledge.page_outcome.${it.outcome}`)}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Drawer>
  )
}
