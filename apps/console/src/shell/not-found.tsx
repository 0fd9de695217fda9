import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/states.tsx'

/** Instead of a page that does not exist. */
export function NotFound() {
  const { t } = useTranslation()
  return (
    <div className="grid h-full min-h-80 place-content-center">
      <Empty first icon={SearchX} title={t('state.not_found')} body={t('state.not_found_body')}>
        <ButtonLink to="/" look="primary">
          {t('state.to_overview')}
        </ButtonLink>
      </Empty>
    </div>
  )
}

/** The same for an address of no page at all. */
export function NoSuchAddress() {
  return (
    <main className="grid min-h-dvh">
      <NotFound />
    </main>
  )
}
