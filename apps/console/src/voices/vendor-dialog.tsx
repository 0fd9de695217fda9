import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { languageNames } from '#agents/spoken-languages.ts'
import { api } from '#api/client.ts'
import type { SpeechProvider } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { newestIn, useRevision } from '#api/use-revision.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Input, Select, TextArea, Tick } from '#ui/field.tsx'
import { tell } from '#ui/toast.tsx'
import { OptionField } from './option-field.tsx'
import { mayLackKey, type OptionName, type SpeechKind, speechKinds, vendorOf, wrongOption } from './vendors.ts'
import { speechVendorsChanged, speechVendorsQuery } from './voice-queries.ts'

type Props = { provider: SpeechProvider | undefined; onClose: () => void; onAdded: (providerId: string) => void }

/** The field of an option: a form whose field is called `style` or `method` has lost its own. */
const fieldOf = (name: OptionName) => `option-${name}`
const optionNames = [...new Set(speechKinds.flatMap((it) => it.options.map((option) => option.name)))]

/** Connects a vendor of speech, or changes one; the vendor decides what is asked for. Secrets only ever go in. */
export function VendorDialog({ provider, onClose, onAdded }: Props) {
  const { t } = useTranslation()
  const [speaks, setSpeaks] = useState(provider?.speaks ?? true)
  const [listens, setListens] = useState(provider?.listens ?? true)
  const [tried, setTried] = useState(false)
  const upon = useRevision(provider?.revision ?? 0, () => newestIn(speechVendorsQuery, (it) => it.id === provider!.id))
  const form = useForm<Record<string, string>, SpeechProvider>({
    initial: {
      kind: provider?.kind ?? 'deepgram',
      name: provider?.name ?? '',
      baseUrl: provider?.baseUrl ?? '',
      model: provider?.model ?? '',
      key: '',
      ...Object.fromEntries(optionNames.map((it) => [fieldOf(it), provider?.options[it] ?? ''])),
    },
    check: (it) => {
      setTried(true)
      const asked = vendorOf(it['kind']!)
      const address = it['baseUrl']!.trim()
      const wrong: Record<string, string> = {}
      if (address ? !/^(https?|wss?):\/\/\S+$/.test(address) : asked.needsAddress) wrong['baseUrl'] = t('speechVendors.address_wrong')
      if (!it['key']!.trim() && !provider?.hasKey && !mayLackKey(asked.kind, address)) wrong['key'] = t('speechVendors.key_missing')
      for (const option of asked.options) {
        const why = wrongOption(option, it[fieldOf(option.name)]!)
        if (why) wrong[fieldOf(option.name)] = t(`speechVendors.${why}_wrong`)
      }
      // Told beside the boxes; the form only has to stay.
      if (!speaks && !(listens && asked.listens.length > 0)) wrong['doing'] = t('speechVendors.nothing')
      return wrong
    },
    send: (it) => {
      const kind = it['kind'] as SpeechKind
      const asked = vendorOf(kind)
      const values = {
        name: it['name']!.trim() || t(`speechVendors.kind.${kind}`),
        speaks,
        listens: listens && asked.listens.length > 0,
        baseUrl: it['baseUrl']!.trim() || null,
        model: it['model']!.trim() || null,
        // What is sealed and not typed stays as it is; the rest is as it stands here.
        options: Object.fromEntries(
          asked.options.flatMap((option) => {
            const value = it[fieldOf(option.name)]!.trim()
            return value || !option.sealed ? [[option.name, option.is === 'share' ? value.replace(',', '.') : value]] : []
          }),
        ),
        ...(it['key']!.trim() && { key: it['key']!.trim() }),
      }
      return provider
        ? upon((revision) => api.voice.updateSpeechProvider({ providerId: provider.id, ...values, revision }))
        : api.voice.addSpeechProvider({ kind, ...values })
    },
    onDone: async (saved) => {
      await speechVendorsChanged()
      onClose()
      tell(provider ? t('speechVendors.saved') : t('speechVendors.added', { name: saved.name }))
      if (!provider) onAdded(saved.id)
    },
    faultAt: { 'voice.address_needed': 'baseUrl', 'voice.key_needed': 'key' },
  })
  const vendor = vendorOf(form.values['kind']!)
  const plain = { autoCapitalize: 'none', spellCheck: false, autoComplete: 'off' }
  const nothing = tried && !speaks && !(listens && vendor.listens.length > 0)
  return (
    <Dialog
      open
      modalOnly
      onOpenChange={onClose}
      title={provider ? t('speechVendors.edit', { name: provider.name }) : t('speechVendors.add')}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button form="speech-vendor" type="submit" look="primary" busy={form.busy}>
            {t(provider ? 'act.save' : 'speechVendors.add')}
          </Button>
        </>
      }
    >
      <form id="speech-vendor" noValidate autoComplete="off" className="grid gap-4 pb-1" onSubmit={form.onSubmit}>
        <Field label={t('speechVendors.vendor')}>
          {(named) => (
            <Select {...named} {...form.bind('kind')} disabled={!!provider}>
              {speechKinds.map(({ kind }) => (
                <option key={kind} value={kind}>
                  {t(`speechVendors.kind.${kind}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="grid gap-3">
          <Tick
            label={t('speechVendors.speaks')}
            help={vendor.speaks.length > 0 ? languageNames(t, vendor.speaks) : t('speechVendors.their_voices')}
            checked={speaks}
            onChange={(event) => setSpeaks(event.target.checked)}
          />
          {vendor.listens.length > 0 && (
            <Tick
              label={t('speechVendors.listens')}
              help={languageNames(t, vendor.listens)}
              checked={listens}
              onChange={(event) => setListens(event.target.checked)}
            />
          )}
          {nothing && (
            <p role="alert" className="text-xs text-bad">
              {t('speechVendors.nothing')}
            </p>
          )}
        </div>
        <Field
          label={t('speechVendors.key')}
          {...(mayLackKey(vendor.kind, form.values['baseUrl']!) && { optional: t('act.optional') })}
          error={form.errors['key']}
          help={t(provider?.hasKey ? 'speechVendors.key_kept' : vendor.kind === 'google' ? 'speechVendors.key_google_help' : 'speechVendors.key_help')}
        >
          {(named) =>
            vendor.kind === 'google' ? (
              <TextArea {...named} {...form.bind('key')} {...plain} rows={2} maxLength={10_000} className="max-h-32 font-mono !text-xs" />
            ) : (
              <Input {...named} {...form.bind('key')} type="password" autoComplete="off" maxLength={1000} />
            )
          }
        </Field>
        <Field
          label={t('speechVendors.address')}
          {...(!vendor.needsAddress && { optional: t('act.optional') })}
          error={form.errors['baseUrl']}
          help={t(vendor.needsAddress ? 'speechVendors.address_http_help' : 'speechVendors.address_help')}
        >
          {(named) => <Input {...named} {...form.bind('baseUrl')} {...plain} inputMode="url" maxLength={500} />}
        </Field>
        {vendor.example && (
          <Field label={t('speechVendors.model')} optional={t('act.optional')} error={form.errors['model']} help={t('speechVendors.model_help')}>
            {(named) => <Input {...named} {...form.bind('model')} {...plain} placeholder={vendor.example} maxLength={200} />}
          </Field>
        )}
        {vendor.options.map((option) => (
          <OptionField key={option.name} option={option} error={form.errors[fieldOf(option.name)]} bind={form.bind(fieldOf(option.name))} />
        ))}
        <Field label={t('speechVendors.name')} optional={t('act.optional')} error={form.errors['name']} help={t('speechVendors.name_help')}>
          {(named) => <Input {...named} {...form.bind('name')} placeholder={t(`speechVendors.kind.${vendor.kind}`)} maxLength={80} />}
        </Field>
        <FormTrouble trouble={form.general} />
      </form>
    </Dialog>
  )
}
