import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Empty } from './states.tsx'

/** Instead of what one may not see: who can grant it. */
export function NoAccess() {
  const { t } = useTranslation()
  return <Empty icon={Lock} title={t('state.no_access')} body={t('state.who_can_grant')} />
}
