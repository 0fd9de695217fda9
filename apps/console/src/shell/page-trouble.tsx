import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '#ui/button.tsx'
import { Trouble } from '#ui/states.tsx'

/** Instead of a page that broke: what happened, its request id, and the ways on. */
export function PageTrouble({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  return (
    <div className="grid h-full min-h-80 place-content-center">
      <Trouble fault={error} onRetry={reset}>
        {t('state.page_broke')}
      </Trouble>
      <a href="/" className={buttonClass({ look: 'ghost' }, 'mx-auto -mt-12')}>
        {t('state.to_overview')}
      </a>
    </div>
  )
}
