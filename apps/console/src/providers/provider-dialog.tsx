import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api } from '#api/client.ts'
import type { Provider } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { newestIn, useRevision } from '#api/use-revision.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Input, Select } from '#ui/field.tsx'
import { tell } from '#ui/toast.tsx'
import { amount } from './amount.ts'
import { providersChanged, providersQuery } from './provider-queries.ts'
import { vendors } from './vendors.ts'

const mostPrice = 10_000
const mostBudget = 1_000_000

type Props = { provider: Provider | undefined; onClose: () => void; onAdded: (providerId: string) => void }

/** Connects a language model, or changes one; the vendor decides what is asked for. The key only ever goes in. */
export function ProviderDialog({ provider, onClose, onAdded }: Props) {
  const { t } = useTranslation()
  const shown = (it: number | null | undefined) => it?.toString() ?? ''
  const vendorOf = (kind: string) => vendors.find((it) => it.kind === kind)!
  const upon = useRevision(provider?.revision ?? 0, () => newestIn(providersQuery, (it) => it.id === provider!.id))
  const form = useForm({
    initial: {
      kind: (provider?.kind ?? 'openai') as string,
      name: provider?.name ?? '',
      baseUrl: provider?.baseUrl ?? '',
      model: provider?.model ?? '',
      key: '',
      inputPrice: shown(provider?.inputPrice),
      outputPrice: shown(provider?.outputPrice),
      monthlyBudget: shown(provider?.monthlyBudget),
    },
    check: (it) => {
      const vendor = vendorOf(it.kind)
      const wrong = t('providers.number_wrong')
      const limited = typeof amount(it.monthlyBudget, mostBudget) === 'number'
      const wrongPrice = (name: 'inputPrice' | 'outputPrice') => {
        const price = amount(it[name], mostPrice)
        if (price === undefined) return { [name]: wrong }
        return limited && price === null ? { [name]: t('providers.price_for_budget') } : {}
      }
      return {
        ...(!vendor.ownAddress && !/^https?:\/\/\S+$/.test(it.baseUrl.trim()) && { baseUrl: t('providers.address_wrong') }),
        ...(!it.model.trim() && { model: t('providers.needed') }),
        ...(vendor.needsKey && !it.key.trim() && !provider?.hasKey && { key: t('providers.key_missing') }),
        ...wrongPrice('inputPrice'),
        ...wrongPrice('outputPrice'),
        ...(amount(it.monthlyBudget, mostBudget) === undefined && { monthlyBudget: wrong }),
      }
    },
    send: (it) => {
      const kind = it.kind as Provider['kind']
      const values = {
        name: it.name.trim() || t(`providers.kind.${kind}`),
        model: it.model.trim(),
        inputPrice: amount(it.inputPrice, mostPrice) ?? null,
        outputPrice: amount(it.outputPrice, mostPrice) ?? null,
        monthlyBudget: amount(it.monthlyBudget, mostBudget) ?? null,
        // A vendor's own address is changed by nobody here; one that was set otherwise stays.
        ...(!vendorOf(kind).ownAddress && { baseUrl: it.baseUrl.trim() }),
        ...(it.key.trim() && { key: it.key.trim() }),
      }
      return provider
        ? upon((revision) => api.brain.updateProvider({ providerId: provider.id, ...values, revision }))
        : api.brain.addProvider({ kind, ...values })
    },
    onDone: async (saved) => {
      await providersChanged()
      onClose()
      tell(provider ? t('providers.saved') : t('providers.added', { name: saved.name }))
      if (!provider) onAdded(saved.id)
    },
    faultAt: { 'brain.address_needed': 'baseUrl', 'brain.key_needed': 'key' },
  })
  const vendor = vendorOf(form.values.kind)
  const plain = { autoCapitalize: 'none', spellCheck: false, autoComplete: 'off' }
  return (
    <Dialog
      open
      modalOnly
      onOpenChange={onClose}
      title={provider ? t('providers.edit', { name: provider.name }) : t('providers.add')}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button form="language-model" type="submit" look="primary" busy={form.busy}>
            {t(provider ? 'act.save' : 'providers.add')}
          </Button>
        </>
      }
    >
      <form id="language-model" noValidate autoComplete="off" className="grid gap-4 pb-1" onSubmit={form.onSubmit}>
        <Field label={t('providers.vendor')}>
          {(named) => (
            <Select {...named} {...form.bind('kind')} disabled={!!provider}>
              {vendors.map(({ kind }) => (
                <option key={kind} value={kind}>
                  {t(`providers.kind.${kind}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {!vendor.ownAddress && (
          <Field label={t('providers.address')} error={form.errors.baseUrl} help={t('providers.address_help')}>
            {(named) => <Input {...named} {...form.bind('baseUrl')} {...plain} inputMode="url" placeholder="http://localhost:8000/v1" maxLength={500} />}
          </Field>
        )}
        <Field label={t('providers.model')} error={form.errors.model} help={t('providers.model_help', { example: vendor.example })}>
          {(named) => <Input {...named} {...form.bind('model')} {...plain} maxLength={200} />}
        </Field>
        <Field
          label={t('providers.key')}
          {...(!vendor.needsKey && { optional: t('act.optional') })}
          error={form.errors.key}
          help={t(provider?.hasKey ? 'providers.key_kept' : 'providers.key_help')}
        >
          {(named) => <Input {...named} {...form.bind('key')} type="password" autoComplete="off" maxLength={500} />}
        </Field>
        <Field label={t('providers.name')} optional={t('act.optional')} error={form.errors.name} help={t('providers.name_help')}>
          {(named) => <Input {...named} {...form.bind('name')} placeholder={t(`providers.kind.${vendor.kind}`)} maxLength={80} />}
        </Field>
        <fieldset className="grid gap-3 border-t pt-4">
          <legend className="sr-only">{t('providers.prices')}</legend>
          <div>
            <div aria-hidden className="text-sm font-medium">
              {t('providers.prices')} <span className="text-xs font-normal text-ink-3">{t('act.optional')}</span>
            </div>
            <p className="text-xs text-ink-3">{t('providers.prices_help')}</p>
          </div>
          <div className="grid grid-cols-2 gap-3">
            {(['inputPrice', 'outputPrice'] as const).map((name) => (
              <Field key={name} label={t(name === 'inputPrice' ? 'providers.price_in' : 'providers.price_out')} error={form.errors[name]}>
                {(named) => <Input {...named} {...form.bind(name)} {...plain} inputMode="decimal" maxLength={20} />}
              </Field>
            ))}
          </div>
          <Field label={t('providers.budget')} error={form.errors.monthlyBudget} help={t('providers.budget_help')}>
            {(named) => <Input {...named} {...form.bind('monthlyBudget')} {...plain} inputMode="decimal" maxLength={20} />}
          </Field>
        </fieldset>
        <FormTrouble trouble={form.general} />
      </form>
    </Dialog>
  )
}
