import { useMutation, useQuery } from '@tanstack/react-query'
import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Agent, Conflict } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/page.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { ItemSource } from './item-row.tsx'
import { baseChanged, conflictsQuery } from './knowledge-queries.ts'

/** What contradicts each other, to be settled by choosing one. */
export function Conflicts({ agent }: { agent: Agent }) {
  const { t } = useTranslation()
  const list = useQuery(conflictsQuery(agent.baseId))
  if (list.error && !list.data) return <Trouble fault={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonRows rows={3} className="h-20" />
  if (list.data.length === 0) return <Empty icon={Scale} title={t('knowledge.conflicts_none')} body={t('knowledge.conflicts_none_body')} />
  return (
    <div className="relative h-full overflow-y-auto px-4 py-5 lg:px-6">
      <div className="mx-auto grid max-w-180 gap-4">
        <p className="text-sm text-ink-2">{t('knowledge.conflicts_help')}</p>
        {list.data.map((it) => (
          <ConflictCard key={it.id} conflict={it} baseId={agent.baseId} />
        ))}
      </div>
    </div>
  )
}

function ConflictCard({ conflict, baseId }: { conflict: Conflict; baseId: string }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const mayWrite = useMay('knowledge:write')
  const settle = useMutation({
    mutationFn: (keepItemId: string) => api.knowledge.settleConflict({ conflictId: conflict.id, keepItemId }),
    onSuccess: async () => {
      tell(t('knowledge.conflict_kept'))
      await baseChanged(baseId)
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <Card>
      <h2 className="px-5 pt-4 pb-2 text-base font-semibold first-letter:uppercase">{conflict.label.replaceAll('_', ' ')}</h2>
      <ul className="divide-y">
        {conflict.items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-start gap-3 px-5 py-3">
            <div className="min-w-60 flex-1">
              <p lang={item.language} className="text-base [overflow-wrap:anywhere]">
                {item.text}
              </p>
              {item.quote && item.quote !== item.text && <blockquote className="mt-0.5 text-sm text-ink-2">“{item.quote}”</blockquote>}
              <div className="mt-1 flex flex-wrap gap-x-3 text-xs text-ink-3">
                <ItemSource item={item} />
                {item.stale && <Badge tone="warn">{t('knowledge.stale')}</Badge>}
              </div>
            </div>
            {mayWrite && (
              <Button
                busy={settle.isPending && settle.variables === item.id}
                onClick={() => settle.mutate(item.id)}
                aria-label={`${t('knowledge.conflict_keep')}: ${item.text}`}
              >
                {t('knowledge.conflict_keep')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
