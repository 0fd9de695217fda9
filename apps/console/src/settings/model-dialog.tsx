import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api, queryClient } from '#api/client.ts'
import type { Provider } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Input } from '#ui/field.tsx'
import { tell } from '#ui/toast.tsx'

/** Connects a language model, or changes one. The key only ever goes in. */
export function ModelDialog({ provider, onClose }: { provider: Provider | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const form = useForm({
    initial: { name: provider?.name ?? '', baseUrl: provider?.baseUrl ?? '', model: provider?.model ?? '', key: '' },
    check: (it) => ({
      ...(!it.name.trim() && { name: t('settings.needed') }),
      ...(!/^https?:\/\/\S+$/.test(it.baseUrl.trim()) && { baseUrl: t('settings.base_url_wrong') }),
      ...(!it.model.trim() && { model: t('settings.needed') }),
    }),
    send: (it) => {
      const values = { name: it.name.trim(), baseUrl: it.baseUrl.trim(), model: it.model.trim(), ...(it.key && { key: it.key }) }
      return provider ? api.brain.updateProvider({ providerId: provider.id, ...values }) : api.brain.addProvider(values)
    },
    onDone: async (saved) => {
      onClose()
      tell(provider ? t('settings.saved') : t('settings.provider_added', { name: saved.name }))
      await queryClient.invalidateQueries({ queryKey: ['providers'] })
    },
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(provider ? 'settings.provider_edit' : 'settings.add_provider')}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button form="language-model" type="submit" look="primary" busy={form.busy}>
            {t(provider ? 'act.save' : 'settings.add_provider')}
          </Button>
        </>
      }
    >
      <form id="language-model" noValidate autoComplete="off" className="grid gap-4" onSubmit={form.onSubmit}>
        <Field label={t('settings.name')} error={form.errors.name}>
          {(named) => <Input {...named} {...form.bind('name')} maxLength={80} />}
        </Field>
        <Field label={t('settings.base_url')} error={form.errors.baseUrl} help={t('settings.base_url_help')}>
          {(named) => (
            <Input
              {...named}
              {...form.bind('baseUrl')}
              inputMode="url"
              autoCapitalize="none"
              spellCheck={false}
              placeholder="http://localhost:8000/v1"
              maxLength={500}
            />
          )}
        </Field>
        <Field label={t('settings.model')} error={form.errors.model} help={t('settings.model_help')}>
          {(named) => <Input {...named} {...form.bind('model')} autoCapitalize="none" spellCheck={false} maxLength={200} />}
        </Field>
        <Field
          label={t('settings.key')}
          optional={t('act.optional')}
          error={form.errors.key}
          help={provider?.hasKey ? t('settings.key_kept') : t('settings.key_help')}
        >
          {(named) => <Input {...named} {...form.bind('key')} type="password" autoComplete="off" maxLength={500} />}
        </Field>
        <FormTrouble trouble={form.general} />
      </form>
    </Dialog>
  )
}
