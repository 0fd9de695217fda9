import { ApiFault } from '@myna/sdk'
import { type Query, useQueryClient } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { Strip } from '#ui/states.tsx'

const missed = {
  type: 'active',
  predicate: ({ state: { status, data, error } }: Query) => status === 'error' && data === undefined && error instanceof ApiFault && error.status >= 500,
} as const

/** Says that a part of the page did not come where the page has no place to say it, and lets one ask for it anew. */
export function MissedStrip() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const cache = queries.getQueryCache()
  const count = useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () => cache.findAll(missed).length,
  )
  const [told, setTold] = useState(true)
  useEffect(() => setTold(document.querySelector('main [data-trouble]') !== null), [count])
  if (count === 0 || told) return null
  return (
    <Strip tone="warn" role="alert">
      <CircleAlert aria-hidden />
      <span className="min-w-0 flex-1">{t('state.missed')}</span>
      <Button size="small" onClick={() => void queries.refetchQueries(missed)}>
        {t('act.retry')}
      </Button>
    </Strip>
  )
}
