import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '#api/me.ts'
import { PasswordCard } from '#settings/password-card.tsx'
import { NoAccess } from '#ui/no-access.tsx'
import { Page, Tab, Tabs } from '#ui/page.tsx'
import { AccountsCard } from './accounts-card.tsx'
import { ActivityCard } from './activity-card.tsx'
import { DomainsCard } from './domains-card.tsx'
import { PasskeysCard } from './passkeys-card.tsx'
import { PolicyCard } from './policy-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { Signals } from './signals.tsx'
import { SsoCard } from './sso-card.tsx'
import { TwoFactorCard } from './two-factor-card.tsx'

const tabs = ['you', 'organisation', 'signals'] as const

/** How the person and the organisation are kept safe. */
export function Security() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/security' })
  const tab = tabs.find((it) => it === search.tab) ?? 'you'
  const mayManage = useMay('identity:write')
  const mayRead = useMay('members:read')
  const mayAudit = useMay('audit:read')
  return (
    <Page
      title={t('security.title')}
      flush={tab === 'signals'}
      below={
        <Tabs label={t('security.parts')}>
          {tabs.map((it) => (
            <Tab key={it} to="/security" search={it === 'you' ? {} : { tab: it }} current={tab === it}>
              {t(`security.tab.${it}`)}
            </Tab>
          ))}
        </Tabs>
      }
    >
      {tab === 'signals' ? (
        mayAudit ? (
          <Signals />
        ) : (
          <NoAccess />
        )
      ) : (
        <div className="mx-auto grid max-w-180 gap-4">
          {tab === 'you' ? (
            <>
              <TwoFactorCard />
              <PasskeysCard />
              <AccountsCard />
              <PasswordCard />
              <SessionsCard />
              <ActivityCard />
            </>
          ) : mayRead || mayManage ? (
            <>
              {mayRead && <PolicyCard mayWrite={mayManage} />}
              {mayManage && (
                <>
                  <SsoCard />
                  <DomainsCard />
                </>
              )}
            </>
          ) : (
            <NoAccess />
          )}
        </div>
      )}
    </Page>
  )
}
