import { useInfiniteQuery } from '@tanstack/react-query'
import { PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { fullMoment, moment } from '#words/figures.ts'
import { BeforeAfter } from './before-after.tsx'
import { KnowledgeLink } from './knowledge-link.tsx'

/** Answers people put right, newest first, each with what the agent said before and says since. */
export function CorrectionList({ baseId }: { baseId: string | undefined }) {
  const { t } = useTranslation()
  const list = useInfiniteQuery({
    queryKey: ['corrections', baseId],
    queryFn: ({ pageParam }) => api.brain.listCorrections({ ...(baseId && { baseId }), limit: 50, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  })
  const shown = list.data?.pages.flatMap((it) => it.items)
  if (list.error && !shown) return <Trouble fault={list.error} onRetry={() => void list.refetch()} />
  if (!shown) return <SkeletonRows rows={3} className="h-40" />
  if (shown.length === 0)
    return (
      <Empty icon={PencilLine} title={t('training.corrections_empty')} body={t('training.corrections_empty_body')}>
        <ButtonLink to="/calls" look="primary">
          {t('training.open_calls')}
        </ButtonLink>
      </Empty>
    )
  return (
    <>
      <ul className="divide-y border-b">
        {shown.map((it) => (
          <li key={it.id} className="px-4 py-4 lg:px-6">
            <div className="grid max-w-270 gap-2">
              <div className="flex flex-wrap items-baseline gap-x-3 text-xs text-ink-3">
                <h2 dir="auto" className="min-w-60 flex-1 text-base font-medium text-ink [overflow-wrap:anywhere]">
                  {it.question}
                </h2>
                <span>{t('training.by', { name: it.by })}</span>
                <time dateTime={it.at} title={fullMoment(it.at)}>
                  {moment(it.at)}
                </time>
              </div>
              <BeforeAfter correction={it} />
              <div className="text-sm">
                <KnowledgeLink correction={it} />
              </div>
            </div>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="flex justify-center py-4">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('act.show_more')}
          </Button>
        </div>
      )}
    </>
  )
}
