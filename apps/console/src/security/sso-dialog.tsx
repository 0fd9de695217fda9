import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import type { SsoConnection } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { roleName } from '#team/role-name.ts'
import { rolesQuery } from '#team/roles-query.ts'
import { Choice } from '#ui/choice.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Field, Input, Select, TextArea, Tick } from '#ui/field.tsx'
import { Radios } from '#ui/radios.tsx'
import { tell } from '#ui/toast.tsx'
import { askSecurityAnew, domainsQuery } from './security-queries.ts'

const isAddress = (text: string) => /^https?:\/\/\S+$/.test(text.trim())

/** Connects an identity provider, or changes one; its fields are named as the server names them, so that errors land under them. */
export function SsoDialog({ connection, onClose }: { connection?: SsoConnection; onClose: () => void }) {
  const { t } = useTranslation()
  const roles = useQuery(rolesQuery)
  const domains = useQuery(domainsQuery)
  const [kind, setKind] = useState(connection?.kind ?? 'openid')
  const [byHand, setByHand] = useState(!!connection?.saml)
  const [provision, setProvision] = useState(connection?.provision ?? true)
  const [covered, setCovered] = useState<ReadonlySet<string>>(new Set(connection?.domains))
  const form = useForm({
    initial: {
      name: connection?.name ?? '',
      defaultRole: connection?.defaultRole ?? 'user',
      'openid.issuer': connection?.openid?.issuer ?? '',
      'openid.clientId': connection?.openid?.clientId ?? '',
      'openid.clientSecret': '',
      'saml.metadata': '',
      'saml.entityId': connection?.saml?.entityId ?? '',
      'saml.signInUrl': connection?.saml?.signInUrl ?? '',
      'saml.certificates': connection?.saml?.certificates.join('\n\n') ?? '',
    },
    check: (it) => ({
      ...(!it.name.trim() && { name: t('security.sso_name_missing') }),
      ...(kind === 'openid' && {
        ...(!isAddress(it['openid.issuer']) && { 'openid.issuer': t('security.address_wrong') }),
        ...(!it['openid.clientId'].trim() && { 'openid.clientId': t('settings.needed') }),
        ...(!connection && !it['openid.clientSecret'] && { 'openid.clientSecret': t('settings.needed') }),
      }),
      ...(kind === 'saml' && !byHand && !it['saml.metadata'].trim() && { 'saml.metadata': t('settings.needed') }),
      ...(kind === 'saml' &&
        byHand && {
          ...(!it['saml.entityId'].trim() && { 'saml.entityId': t('settings.needed') }),
          ...(!isAddress(it['saml.signInUrl']) && { 'saml.signInUrl': t('security.address_wrong') }),
          ...(!it['saml.certificates'].trim() && { 'saml.certificates': t('settings.needed') }),
        }),
    }),
    send: (it) => {
      const common = { name: it.name.trim(), defaultRole: it.defaultRole, provision, domains: [...covered] }
      const provider =
        kind === 'openid'
          ? {
              openid: {
                issuer: it['openid.issuer'].trim(),
                clientId: it['openid.clientId'].trim(),
                ...(it['openid.clientSecret'] && { clientSecret: it['openid.clientSecret'] }),
              },
            }
          : byHand
            ? {
                saml: {
                  entityId: it['saml.entityId'].trim(),
                  signInUrl: it['saml.signInUrl'].trim(),
                  certificates: it['saml.certificates'].split(/\n\s*\n|(?<=-----END CERTIFICATE-----)\s*/).filter((one) => one.trim()),
                },
              }
            : { saml: { metadata: it['saml.metadata'] } }
      return connection
        ? api.identity.updateSsoConnection({ connectionId: connection.id, ...common, ...provider })
        : api.identity.createSsoConnection({ ...common, ...provider })
    },
    onDone: async (it) => {
      onClose()
      tell(t('security.sso_saved', { name: it.name }))
      await askSecurityAnew()
    },
    faultAt: {
      'identity.vendor_failed': 'openid.issuer',
      'identity.metadata_wrong': byHand ? 'saml.certificates' : 'saml.metadata',
      'identity.role_not_found': 'defaultRole',
      'identity.above_your_role': 'defaultRole',
    },
  })
  const proven = domains.data?.filter((it) => it.verified).map((it) => it.domain) ?? []
  return (
    <FormDialog
      form={form}
      wide
      title={connection ? t('security.sso_edit') : t('security.sso_add')}
      action={connection ? t('act.save') : t('security.sso_connect')}
      onClose={onClose}
    >
      {!connection && (
        <Radios
          label={t('security.protocol')}
          value={kind}
          options={[
            { value: 'openid', label: 'OpenID Connect', help: t('security.openid_help') },
            { value: 'saml', label: 'SAML 2.0', help: t('security.saml_help') },
          ]}
          onChange={setKind}
        />
      )}
      <Field label={t('security.sso_name')} help={t('security.sso_name_help')} error={form.errors.name}>
        {(named) => <Input {...named} {...form.bind('name')} maxLength={80} autoFocus />}
      </Field>
      {kind === 'openid' ? (
        <>
          <Field label={t('security.issuer')} help={t('security.issuer_help')} error={form.errors['openid.issuer']}>
            {(named) => <Input {...named} {...form.bind('openid.issuer')} inputMode="url" placeholder="https://login.example.com" maxLength={1000} />}
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('security.client_id')} error={form.errors['openid.clientId']}>
              {(named) => <Input {...named} {...form.bind('openid.clientId')} autoComplete="off" spellCheck={false} maxLength={300} />}
            </Field>
            <Field
              label={t('security.client_secret')}
              help={connection ? t('security.client_secret_kept') : t('security.client_secret_help')}
              error={form.errors['openid.clientSecret']}
            >
              {(named) => <Input {...named} {...form.bind('openid.clientSecret')} type="password" autoComplete="off" maxLength={500} />}
            </Field>
          </div>
        </>
      ) : (
        <>
          <Choice
            label={t('security.saml_by')}
            value={byHand ? 'hand' : 'metadata'}
            options={[
              { value: 'metadata', label: t('security.saml_metadata') },
              { value: 'hand', label: t('security.saml_hand') },
            ]}
            onChange={(it) => setByHand(it === 'hand')}
          />
          {byHand ? (
            <>
              <Field label={t('security.entity_id')} error={form.errors['saml.entityId']}>
                {(named) => <Input {...named} {...form.bind('saml.entityId')} spellCheck={false} maxLength={1000} />}
              </Field>
              <Field label={t('security.sign_in_url')} error={form.errors['saml.signInUrl']}>
                {(named) => <Input {...named} {...form.bind('saml.signInUrl')} inputMode="url" maxLength={1000} />}
              </Field>
              <Field label={t('security.certificates')} help={t('security.certificates_help')} error={form.errors['saml.certificates']}>
                {(named) => <TextArea {...named} {...form.bind('saml.certificates')} spellCheck={false} className="max-h-60 font-mono !text-xs" />}
              </Field>
            </>
          ) : (
            <Field label={t('security.saml_metadata')} help={t('security.saml_metadata_help')} error={form.errors['saml.metadata']}>
              {(named) => (
                <TextArea {...named} {...form.bind('saml.metadata')} spellCheck={false} maxLength={200_000} className="max-h-60 font-mono !text-xs" />
              )}
            </Field>
          )}
        </>
      )}
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 text-sm font-medium">{t('security.sso_domains')}</legend>
        {proven.length === 0 && <p className="text-xs text-ink-3">{t('security.sso_domains_none')}</p>}
        {proven.map((it) => (
          <Tick
            key={it}
            label={it}
            checked={covered.has(it)}
            onChange={(event) => {
              const { checked } = event.target
              setCovered((before) => new Set(checked ? [...before, it] : [...before].filter((one) => one !== it)))
            }}
          />
        ))}
      </fieldset>
      <Tick label={t('security.provision')} help={t('security.provision_help')} checked={provision} onChange={(event) => setProvision(event.target.checked)} />
      <Field label={t('security.default_role')} error={form.errors.defaultRole}>
        {(named) => (
          <Select {...named} {...form.bind('defaultRole')}>
            {(roles.data?.items ?? [{ name: form.values.defaultRole }]).map((it) => (
              <option key={it.name} value={it.name}>
                {roleName(t, it.name)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </FormDialog>
  )
}
