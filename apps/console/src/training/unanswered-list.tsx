import { useInfiniteQuery } from '@tanstack/react-query'
import { GraduationCap, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { Agent, Correction, Unanswered } from '#api/shapes.ts'
import { useLeaving } from '#api/use-leaving.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { trainingChanged } from './training-queries.ts'
import { UnansweredRow } from './unanswered-row.tsx'

type Props = { agents: readonly Agent[]; agentId: string | undefined; state: Unanswered['state']; onClear: () => void }

/** Questions the knowledge did not answer, most asked first. One answered here stays in sight with what its answer changed. */
export function UnansweredList({ agents, agentId, state, onClear }: Props) {
  const { t } = useTranslation()
  const mayWrite = useMay('knowledge:write')
  const [answered, setAnswered] = useState<readonly { unanswered: Unanswered; correction: Correction }[]>([])
  const { gone, remove } = useLeaving<Unanswered>({
    send: (it) => api.brain.dismissUnanswered({ unansweredId: it.id }),
    back: (it) => api.brain.reopenUnanswered({ unansweredId: it.id }),
    onDone: () => trainingChanged(),
    told: ({ question }) => t('training.dismissed', { question: question.length > 60 ? `${question.slice(0, 60)}…` : question }),
  })
  const list = useInfiniteQuery({
    queryKey: ['unanswered', agentId, state],
    queryFn: ({ pageParam }) => api.brain.listUnanswered({ state, ...(agentId && { agentId }), limit: 50, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  })
  const justAnswered = state === 'open' ? answered : []
  const shown = list.data?.pages.flatMap((it) => it.items).filter((it) => !gone.has(it.id) && !justAnswered.some((done) => done.unanswered.id === it.id))
  if (list.error && !shown) return <Trouble fault={list.error} onRetry={() => void list.refetch()} />
  if (!shown) return <SkeletonRows className="h-18" />
  const row = (it: Unanswered, correction?: Correction) => (
    <UnansweredRow
      key={it.id}
      unanswered={it}
      agentName={agents.find((agent) => agent.id === it.agentId)?.name}
      mayWrite={mayWrite}
      correction={correction}
      onDismiss={() => void remove(it)}
      onAnswered={async (made) => {
        setAnswered((before) => [{ unanswered: it, correction: made }, ...before])
        await trainingChanged(it.baseId)
      }}
    />
  )
  if (shown.length === 0 && justAnswered.length === 0)
    return agentId || state !== 'open' ? (
      <Empty icon={SearchX} title={t('training.empty_filtered')} body={t('training.empty_filtered_body')}>
        <Button onClick={onClear}>{t('act.clear_filter')}</Button>
      </Empty>
    ) : (
      <Empty icon={GraduationCap} title={t('training.empty')} body={t('training.empty_body')}>
        <ButtonLink to="/calls" look="primary">
          {t('training.open_calls')}
        </ButtonLink>
      </Empty>
    )
  return (
    <>
      <ul className="divide-y border-b">
        {justAnswered.map((it) => row(it.unanswered, it.correction))}
        {shown.map((it) => row(it))}
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
