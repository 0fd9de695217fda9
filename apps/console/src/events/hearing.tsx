import { useTranslation } from 'react-i18next'
import type { SaidEvent } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'

/** How far an event got with those who hear it: the worst of them. */
export function Hearing({ event }: { event: Pick<SaidEvent, 'deliveries'> }) {
  const { t } = useTranslation()
  const state = (['dead', 'waiting', 'done'] as const).find((one) => event.deliveries.some((it) => it.state === one))
  if (!state) return <span className="block truncate text-ink-3">{t('events.state.nobody')}</span>
  return <Badge tone={state === 'dead' ? 'bad' : state === 'waiting' ? 'warn' : 'ok'}>{t(`events.state.${state}`)}</Badge>
}
