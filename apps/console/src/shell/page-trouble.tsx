import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isThere } from '#api/client.ts'
import { isUnreachable } from '#api/fault-words.ts'
import { buttonClass } from '#ui/button.tsx'
import { Trouble } from '#ui/states.tsx'

/** Instead of a page that broke: what happened, its request id, and the ways on. */
export function PageTrouble({ error }: ErrorComponentProps) {
  const { t } = useTranslation()
  // A part of the program that did not come is remembered by whoever asked for it, so it is loaded anew as a whole, once somebody gives it.
  const retry = async () => {
    if (await isThere()) location.reload()
  }
  return (
    <div className="grid h-full min-h-80 place-content-center">
      <Trouble first fault={error} onRetry={() => void retry()}>
        {isUnreachable(error) ? undefined : t('state.page_broke')}
      </Trouble>
      <a href="/" className={buttonClass({ look: 'ghost' }, 'mx-auto -mt-12')}>
        {t('state.to_overview')}
      </a>
    </div>
  )
}
