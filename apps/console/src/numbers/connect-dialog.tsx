import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useForm } from '#api/use-form.ts'
import { Choice } from '#ui/choice.tsx'
import { Dialog, FormButtons } from '#ui/dialog.tsx'
import { Field, Input, Select } from '#ui/field.tsx'
import { tell } from '#ui/toast.tsx'
import { CarrierTrouble } from './address-not-public.tsx'
import { numbersChanged } from './number-queries.ts'

/** Twilio's places besides its usual one (twilio.com/docs/global-infrastructure). */
const regions = { ie1: 'Ireland', au1: 'Australia' }

/** Connects a Twilio account by its credentials, or opens one below that of this installation. */
export function ConnectDialog({ canOpen, onClose }: { canOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [how, setHow] = useState<'open' | 'own'>(canOpen ? 'open' : 'own')
  const own = how === 'own'
  const form = useForm({
    initial: { name: 'Twilio', accountId: '', secret: '', region: '' },
    check: (it) => ({
      ...(own && !/^AC[0-9a-zA-Z]{6,60}$/.test(it.accountId.trim()) && { accountId: t('numbers.account_id_wrong') }),
      ...(own && !it.secret.trim() && { secret: t('numbers.secret_missing') }),
      ...(!it.name.trim() && { name: t('numbers.name_missing') }),
    }),
    send: (it) =>
      api.calls.connectCarrier({
        name: it.name.trim(),
        ...(own && { accountId: it.accountId.trim(), secret: it.secret.trim() }),
        region: it.region || null,
      }),
    onDone: async (carrier) => {
      await numbersChanged()
      onClose()
      tell(t('numbers.connected', { name: carrier.name }))
    },
    faultAt: { 'calls.carrier_known': 'accountId' },
  })
  const plain = { autoCapitalize: 'none', spellCheck: false, autoComplete: 'off' }
  return (
    <Dialog
      open
      modalOnly
      onOpenChange={onClose}
      title={t('numbers.connect')}
      footer={
        <FormButtons form="connect-carrier" busy={form.busy} onCancel={onClose}>
          {t(own ? 'numbers.connect' : 'numbers.open_here')}
        </FormButtons>
      }
    >
      <form id="connect-carrier" noValidate autoComplete="off" className="grid gap-4 pb-1" onSubmit={form.onSubmit}>
        {canOpen && (
          <div className="grid justify-items-start gap-1.5">
            <Choice
              label={t('numbers.connect')}
              value={how}
              options={[
                { value: 'open', label: t('numbers.open_here') },
                { value: 'own', label: t('numbers.connect_own') },
              ]}
              onChange={setHow}
            />
            {!own && <p className="text-xs text-ink-3">{t('numbers.open_here_help')}</p>}
          </div>
        )}
        {own && (
          <>
            <Field label={t('numbers.account_id')} error={form.errors.accountId} help={t('numbers.account_id_help')}>
              {(named) => <Input {...named} {...form.bind('accountId')} {...plain} placeholder="AC…" maxLength={100} className="font-mono" />}
            </Field>
            <Field label={t('numbers.secret')} error={form.errors.secret} help={t('numbers.secret_help')}>
              {(named) => <Input {...named} {...form.bind('secret')} type="password" autoComplete="off" maxLength={200} />}
            </Field>
          </>
        )}
        <Field label={t('numbers.region')} help={t('numbers.region_help')} error={form.errors.region}>
          {(named) => (
            <Select {...named} {...form.bind('region')}>
              <option value="">{t('numbers.region_default')}</option>
              {Object.entries(regions).map(([region, name]) => (
                <option key={region} value={region}>
                  {name} ({region})
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('numbers.name')} error={form.errors.name} help={t('numbers.name_help')}>
          {(named) => <Input {...named} {...form.bind('name')} maxLength={80} />}
        </Field>
        <CarrierTrouble form={form} />
      </form>
    </Dialog>
  )
}
