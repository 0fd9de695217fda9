import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/states.tsx'

/** Instead of a page that does not exist. */
export function NotFound() {
  const { t } = useTranslation()
  return (
    <main className="grid h-full min-h-dvh place-content-center">
      <Empty icon={SearchX} title={t('state.not_found')} body={t('state.not_found_body')}>
        <ButtonLink to="/" look="primary">
          {t('state.to_overview')}
        </ButtonLink>
      </Empty>
    </main>
  )
}
