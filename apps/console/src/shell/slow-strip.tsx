import { type Query, useIsFetching, useIsMutating, useQueryClient } from '@tanstack/react-query'
import { Hourglass } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { Strip } from '#ui/states.tsx'

/** From when on people wonder whether anything still happens. */
const slowMs = 8_000
const isAwaited = { type: 'active', predicate: (it: Query) => it.state.data === undefined } as const

/** Says that what a page shows is long in coming, and lets one ask for it anew; `acts`: also of what is being done. */
export function SlowStrip({ acts = false }: { acts?: boolean }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const asks = useIsFetching(isAwaited) > 0
  const waits = (useIsMutating() > 0 && acts) || asks
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => setSlow(true), slowMs)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [waits])
  if (!slow) return null
  return (
    <Strip tone="warn" role="status">
      <Hourglass aria-hidden />
      <span className="min-w-0 flex-1">{t('state.slow')}</span>
      {asks && (
        <Button size="small" onClick={() => void queries.resetQueries({ ...isAwaited, fetchStatus: 'fetching' })}>
          {t('act.retry')}
        </Button>
      )}
    </Strip>
  )
}
