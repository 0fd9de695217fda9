import { useTranslation } from 'react-i18next'
import { vendorNames } from '#account/vendor-mark.tsx'

const told = ['password', 'passkey', 'second_factor', 'impersonation'] as const

/** How a sign-in was made, as people say it. */
export function useMethodName(): (method: string) => string {
  const { t } = useTranslation()
  return (method) => {
    if (method.startsWith('sso:')) return t('security.sso')
    const known = told.find((it) => it === method)
    return known ? t(`security.method.${known}`) : (Object.entries(vendorNames).find(([name]) => name === method)?.[1] ?? method.replaceAll('_', ' '))
  }
}
