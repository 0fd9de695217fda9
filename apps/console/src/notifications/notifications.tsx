import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { BellOff, Bot, Blocks, ClipboardList, type LucideIcon, ShieldAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { agentsQuery } from '#agents/agent-queries.ts'
import { api, queryClient } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { Notification } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Drawer } from '#ui/dialog.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { moment } from '#words/figures.ts'
import { notificationsQuery } from './notifications-query.ts'

const icons: Record<Notification['kind'], LucideIcon> = {
  'agent-built': Bot,
  'agent-failed': Bot,
  'errand-noted': ClipboardList,
  'app-unwell': Blocks,
  'app-recovered': Blocks,
  'signal-raised': ShieldAlert,
  'sign-in-suspicious': ShieldAlert,
  'account-attacked': ShieldAlert,
}

/** What the person should know of; opening it reads it all. */
export function Notifications({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayAgents = useMay('agents:read')
  const list = useQuery(notificationsQuery)
  const agents = useQuery({ ...agentsQuery(), enabled: mayAgents })
  const read = useMutation({
    mutationFn: (upTo: string) => api.workspace.readNotifications({ upTo }),
    onSuccess: ({ unread }) => queryClient.setQueryData(notificationsQuery.queryKey, (before) => before && { ...before, unread }),
  })
  const newest = list.data?.items[0]
  const told = useRef<string>(undefined)
  useEffect(() => {
    if (!newest || newest.read || told.current === newest.id) return
    told.current = newest.id
    read.mutate(newest.id)
  }, [newest, read])
  // What was new when it was opened stays marked until it is closed.
  const wasNew = useRef(new Set<string>())
  for (const it of list.data?.items ?? []) if (!it.read) wasNew.current.add(it.id)

  function open({ kind, subjectId }: Notification): void {
    onClose()
    if (kind === 'agent-built' || kind === 'agent-failed') void navigate({ to: '/agents/$agentId', params: { agentId: subjectId } })
    else if (kind === 'errand-noted') void navigate({ to: '/tools', search: { tab: 'errands', open: subjectId } })
    else if (kind === 'app-unwell' || kind === 'app-recovered') void navigate({ to: '/applications/$appId', params: { appId: subjectId } })
    else if (kind === 'signal-raised') void navigate({ to: '/security', search: { tab: 'signals' } })
    else void navigate({ to: '/security' })
  }

  return (
    <Drawer open onOpenChange={onClose} title={t('told.title')}>
      {list.error && !list.data ? (
        <Trouble fault={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <SkeletonRows rows={4} />
      ) : list.data.items.length === 0 ? (
        <Empty icon={BellOff} title={t('told.empty')} body={t('told.empty_body')} />
      ) : (
        <ul className="-mx-5 -my-5 divide-y">
          {list.data.items.map((it) => {
            const Icon = icons[it.kind]
            const name = it.name ?? agents.data?.find((one) => one.id === it.subjectId)?.name ?? t('told.something')
            return (
              <li key={it.id}>
                <button
                  type="button"
                  onClick={() => open(it)}
                  className="flex min-h-12 w-full items-center gap-3 px-5 py-2.5 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2"
                >
                  <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
                  <span className="min-w-0 flex-1">
                    <span className="block [overflow-wrap:anywhere]">{t(`told.kind.${it.kind}`, { name })}</span>
                    <span className="block text-xs text-ink-3">{moment(it.at)}</span>
                  </span>
                  {wasNew.current.has(it.id) && <Badge tone="info">{t('told.new')}</Badge>}
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </Drawer>
  )
}
