import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#ui/button.tsx'
import { Card, CardHead, Page, Tab, Tabs } from '#ui/page.tsx'
import { LinesCard } from './lines-card.tsx'
import { OrganisationCard } from './organisation-card.tsx'
import { PasswordCard } from './password-card.tsx'
import { ProfileCard } from './profile-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { SpeechCard } from './speech-card.tsx'

const sections = ['organisation', 'telephone', 'models', 'engines', 'profile'] as const

/** What the organisation and the person have chosen. */
export function Settings() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/settings' })
  const section = sections.find((it) => it === search.section) ?? 'organisation'
  return (
    <Page
      title={t('settings.title')}
      below={
        <Tabs label={t('settings.sections')}>
          {sections.map((it) => (
            <Tab key={it} to="/settings" search={it === 'organisation' ? {} : { section: it }} current={section === it}>
              {it === 'telephone' ? t('lines.title') : t(`settings.${it}`)}
            </Tab>
          ))}
        </Tabs>
      }
    >
      <div className="mx-auto grid max-w-180 gap-4">
        {section === 'organisation' && <OrganisationCard />}
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
