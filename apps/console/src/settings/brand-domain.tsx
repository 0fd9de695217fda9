import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FormTrouble, textLink } from '#account/account-card.tsx'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import { useForm } from '#api/use-form.ts'
import { Button } from '#ui/button.tsx'
import { Field, Input } from '#ui/field.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { tell } from '#ui/toast.tsx'
import type { StoredBrand } from './brand-query.ts'

/** Where everybody sees the brand, before they have signed in as well. */
export function BrandDomain({ stored, onStored }: { stored: StoredBrand; onStored: (stored: StoredBrand) => void }) {
  const { t } = useTranslation()
  const mayWrite = useMay('workspace:write')
  const form = useForm({
    initial: { domain: stored.domain ?? '' },
    send: ({ domain }) => api.workspace.setBrandDomain({ domain: domain.trim() || null }),
    onDone: (next) => {
      onStored(next)
      tell(t('settings.saved'))
    },
  })
  return (
    <Card>
      <CardHead title={t('brand.domain')} help={t('brand.domain_help')} />
      <form noValidate onSubmit={form.onSubmit} className="px-5 pb-5">
        {stored.domains.length === 0 ? (
          <p className="text-sm text-ink-2">
            {t('brand.domain_none')}{' '}
            <Link to="/security" search={{ tab: 'organisation' }} className={textLink}>
              {t('brand.domain_prove')}
            </Link>
          </p>
        ) : (
          <fieldset disabled={!mayWrite} className="grid min-w-0 gap-4">
            <Field
              label={t('brand.domain_label')}
              help={t('brand.domain_where', { domains: stored.domains.join(', '), example: `https://${stored.domain ?? `voice.${stored.domains[0]}`}` })}
              error={form.errors.domain}
            >
              {(named) => (
                <Input {...named} {...form.bind('domain')} maxLength={253} placeholder={`voice.${stored.domains[0]}`} autoComplete="off" inputMode="url" />
              )}
            </Field>
            <FormTrouble trouble={form.general} />
            <Button type="submit" busy={form.busy} className="justify-self-end">
              {t('act.save')}
            </Button>
          </fieldset>
        )}
      </form>
    </Card>
  )
}
