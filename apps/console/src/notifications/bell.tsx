import { useQuery } from '@tanstack/react-query'
import { Bell as BellIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '#words/figures.ts'
import { notificationsQuery } from './notifications-query.ts'

/** The way to the notifications, with how many are new. `bare`: only the bell is seen. */
export function Bell({ bare, ...rest }: { bare: boolean } & Omit<ComponentProps<'button'>, 'type' | 'children'>) {
  const { t } = useTranslation()
  const unread = useQuery(notificationsQuery).data?.unread ?? 0
  const shown = unread >= 100 ? '99+' : number(unread)
  return (
    <button type="button" {...rest} {...(bare ? { 'aria-label': unread > 0 ? t('told.title_unread', { shown }) : t('told.title') } : {})}>
      <span className="relative">
        <BellIcon aria-hidden />
        {unread > 0 && bare && <span aria-hidden className="absolute -top-1 -right-1 size-2 rounded-full bg-brand" />}
      </span>
      {!bare && (
        <>
          <span className="min-w-0 flex-1 truncate text-left">
            {unread > 0 && <span className="sr-only">{t('told.title_unread', { shown })}</span>}
            <span aria-hidden={unread > 0}>{t('told.title')}</span>
          </span>
          {unread > 0 && (
            <span aria-hidden className="rounded-full bg-brand px-1.5 text-2xs font-semibold text-brand-ink tabular-nums">
              {shown}
            </span>
          )}
        </>
      )}
    </button>
  )
}
