import { useMutation } from '@tanstack/react-query'
import clsx from 'clsx'
import { Check, ExternalLink, FileText, Pencil, Trash2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Item } from '#api/shapes.ts'
import { Badge, type Tone } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Tip } from '#ui/tip.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { percent } from '#words/figures.ts'
import { baseChanged } from './knowledge-queries.ts'
import { documentName, shortAddress } from './short-address.ts'

const tones: Record<Item['state'], Tone> = { found: 'neutral', approved: 'ok', edited: 'info', written: 'info', rejected: 'bad' }

/** Where an item comes from, as a link to the page. */
export function ItemSource({ item }: { item: Item }) {
  const { t } = useTranslation()
  if (!item.url) return <span>{t('knowledge.by_hand')}</span>
  if (documentName(item.url) !== undefined)
    return (
      <span className="inline-flex min-w-0 items-center gap-1">
        <FileText aria-hidden className="size-3 shrink-0" />
        <span className="truncate">{documentName(item.url)}</span>
      </span>
    )
  return (
    <a href={item.url} target="_blank" rel="noreferrer noopener" className="inline-flex min-w-0 items-center gap-1 text-brand-text hover:underline">
      <span className="truncate">{shortAddress(item.url)}</span>
      <ExternalLink aria-hidden className="size-3 shrink-0" />
      <span className="sr-only">{t('act.new_window')}</span>
    </a>
  )
}

/** One thing the agent knows, with its source and what can be done about it. */
export function ItemRow({
  item,
  baseId,
  mayWrite,
  onEdit,
  onDelete,
}: {
  item: Item
  baseId: string
  mayWrite: boolean
  onEdit: () => void
  onDelete: () => void
}) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const judge = useMutation({
    mutationFn: (approved: boolean) => api.knowledge.approveItem({ itemId: item.id, approved }),
    onSuccess: async (_, approved) => {
      tell(t(approved ? 'knowledge.approved' : 'knowledge.rejected'))
      await baseChanged(baseId)
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  const rejected = item.state === 'rejected'
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover sm:flex-nowrap lg:px-6">
      <div className={clsx('min-w-0 flex-1 max-sm:basis-full', rejected && 'opacity-75')}>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h2 lang={item.language} className={clsx('min-w-0 text-sm font-medium [overflow-wrap:anywhere]', rejected && 'line-through')}>
            {item.title}
          </h2>
          {item.state !== 'found' && <Badge tone={tones[item.state]}>{t(`knowledge.state.${item.state}`)}</Badge>}
          {item.stale && (
            <Tip label={t('knowledge.only_stale')}>
              <span tabIndex={0}>
                <Badge tone="warn">{t('knowledge.stale')}</Badge>
              </span>
            </Tip>
          )}
        </div>
        <p lang={item.language} className="mt-0.5 line-clamp-3 text-base whitespace-pre-line [overflow-wrap:anywhere]">
          {item.text}
        </p>
        {item.quote && item.quote.trim() !== item.text.trim() && (
          <blockquote lang={item.language} className="mt-1 line-clamp-2 border-l-2 pl-2 text-sm text-ink-2 [overflow-wrap:anywhere]">
            “{item.quote}”
          </blockquote>
        )}
        <div className="mt-1 flex min-w-0 flex-wrap gap-x-3 text-xs text-ink-3">
          <ItemSource item={item} />
          <span>{t(`knowledge.kind.${item.kind}`)}</span>
          <span>{t(`knowledge.category_name.${item.category}`)}</span>
          {item.url && <span title={t('knowledge.confidence_help')}>{t('knowledge.confidence', { percent: percent(item.confidence) })}</span>}
        </div>
      </div>
      {mayWrite && (
        <div className="flex shrink-0 max-sm:-ml-3">
          {item.state !== 'approved' && <Act label={t('knowledge.approve')} of={item.title} icon={<Check aria-hidden />} onClick={() => judge.mutate(true)} />}
          {!rejected && <Act label={t('knowledge.reject')} of={item.title} icon={<X aria-hidden />} onClick={() => judge.mutate(false)} />}
          <Act label={t('act.edit')} of={item.title} icon={<Pencil aria-hidden />} onClick={onEdit} />
          <Act label={t('act.delete')} of={item.title} icon={<Trash2 aria-hidden />} onClick={onDelete} />
        </div>
      )}
    </li>
  )
}

function Act({ label, of, icon, onClick }: { label: string; of: string; icon: ReactNode; onClick: () => void }) {
  return (
    <Tip label={label}>
      <Button look="ghost" size="icon" aria-label={`${label}: ${of}`} onClick={onClick}>
        {icon}
      </Button>
    </Tip>
  )
}
