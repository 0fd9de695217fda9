import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api, queryClient } from '#api/client.ts'
import { meQuery, useMe } from '#api/me.ts'
import { useForm } from '#api/use-form.ts'
import { singleKeys } from '#shell/shortcuts.ts'
import { setTheme, themes, useTheme } from '#shell/theme.ts'
import { Button } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { Field, Input } from '#ui/field.tsx'
import { LeaveGuard } from '#ui/leave-guard.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { Switch } from '#ui/switch.tsx'
import { tell } from '#ui/toast.tsx'
import { currentLanguage, languages, speakLanguage } from '#words/language.ts'

/** The person: name, and how the console looks and sounds to them. */
export function ProfileCard() {
  const { t } = useTranslation()
  const me = useMe()
  const theme = useTheme()
  const [keys, setKeys] = useState(singleKeys.on)
  const form = useForm({
    initial: { name: me.user?.name ?? '' },
    check: (it) => (it.name.trim() ? {} : { name: t('account.name_missing') }),
    send: (it) => api.identity.updateMe({ name: it.name.trim() }),
    onDone: (next, typed) => {
      queryClient.setQueryData(meQuery.queryKey, next)
      // A name stands in mails, so what would turn the text around it goes; what is kept is shown.
      const kept = next.user?.name ?? ''
      if (kept !== typed.name.trim()) form.set({ name: kept })
      tell(t(kept === typed.name.trim() ? 'settings.saved' : 'state.left_out_odd'))
    },
  })
  return (
    <>
      <Card>
        <CardHead title={t('settings.you')} help={me.user?.email} />
        <form noValidate className="grid gap-3 px-5 pb-5" onSubmit={form.onSubmit}>
          <LeaveGuard isUnsaved={form.isUnsaved} />
          <Field label={t('settings.your_name')} error={form.errors.name}>
            {(named) => (
              <div className="flex gap-2">
                <Input {...named} {...form.bind('name')} autoComplete="name" maxLength={80} />
                <Button type="submit" look="primary" size="large" busy={form.busy}>
                  {t('act.save')}
                </Button>
              </div>
            )}
          </Field>
          <FormTrouble trouble={form.general} />
        </form>
      </Card>
      <Card>
        <CardHead title={t('settings.appearance')} />
        <div className="divide-y border-t">
          <div className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
            <span className="text-sm font-medium">{t('shell.theme')}</span>
            <Choice label={t('shell.theme')} value={theme} options={themes.map((value) => ({ value, label: t(`shell.theme_${value}`) }))} onChange={setTheme} />
          </div>
          <div className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
            <span className="text-sm font-medium">{t('settings.tell_language')}</span>
            <Choice label={t('settings.tell_language')} value={currentLanguage()} options={languages} onChange={(it) => void speakLanguage(it)} />
          </div>
          <div className="px-5 py-3">
            <Switch
              label={t('settings.single_keys')}
              help={t('settings.single_keys_help')}
              checked={keys}
              onChange={(on) => {
                singleKeys.set(on)
                setKeys(on)
              }}
            />
          </div>
        </div>
      </Card>
    </>
  )
}
