import { useSearch } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useMay } from '#api/me.ts'
import { ButtonLink } from '#ui/button.tsx'
import { NoAccess } from '#ui/no-access.tsx'
import { Card, CardHead, Page, Tab, Tabs } from '#ui/page.tsx'
import { AboutCard } from './about-card.tsx'
import { BrandCard } from './brand-card.tsx'
import { LimitsCard } from './limits-card.tsx'
import { LinesCard } from './lines-card.tsx'
import { OrganisationCard } from './organisation-card.tsx'
import { PasswordCard } from './password-card.tsx'
import { ProfileCard } from './profile-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { SpeechCard } from './speech-card.tsx'

const sections = ['organisation', 'brand', 'telephone', 'limits', 'models', 'engines', 'about', 'profile'] as const

function titleOf(section: (typeof sections)[number], t: TFunction): string {
  if (section === 'telephone') return t('lines.title')
  if (section === 'brand' || section === 'limits' || section === 'about') return t(`${section}.title`)
  return t(`settings.${section}`)
}

/** What the organisation and the person have chosen. */
export function Settings() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/settings' })
  const mayLimits = useMay('access:read')
  const section = sections.find((it) => it === search.section) ?? 'organisation'
  return (
    <Page
      title={t('settings.title')}
      below={
        <Tabs label={t('settings.sections')}>
          {sections.map((it) => (
            <Tab key={it} to="/settings" search={it === 'organisation' ? {} : { section: it }} current={section === it}>
              {titleOf(it, t)}
            </Tab>
          ))}
        </Tabs>
      }
    >
      <div className="mx-auto grid max-w-180 gap-4">
        {section === 'organisation' && <OrganisationCard />}
        {section === 'brand' && <BrandCard />}
        {section === 'limits' && (mayLimits ? <LimitsCard /> : <NoAccess />)}
        {section === 'about' && <AboutCard />}
        {section === 'telephone' && <LinesCard />}
        {section === 'models' && (
          <Card>
            <CardHead
              title={t('settings.models')}
              help={t('providers.settings_moved')}
              action={<ButtonLink to="/providers">{t('providers.settings_link')}</ButtonLink>}
            />
          </Card>
        )}
        {section === 'engines' && <SpeechCard />}
        {section === 'profile' && (
          <>
            <ProfileCard />
            <PasswordCard />
            <SessionsCard />
          </>
        )}
      </div>
    </Page>
  )
}
