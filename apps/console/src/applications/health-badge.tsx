import { useTranslation } from 'react-i18next'
import type { App } from '#api/shapes.ts'
import { Badge, type Tone } from '#ui/badge.tsx'
import { moment } from '#words/figures.ts'

const tones: Record<App['health'], Tone> = { unknown: 'neutral', well: 'ok', failing: 'warn', away: 'bad' }

/** How an application or version does, and since when. */
export function HealthBadge({ health, since }: { health: App['health']; since?: string | null }) {
  const { t } = useTranslation()
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Badge dot tone={tones[health]}>
        {t(`applications.health.${health}`)}
      </Badge>
      {since && health !== 'unknown' && <span className="text-xs text-ink-3">{t('applications.since', { when: moment(since) })}</span>}
    </span>
  )
}
