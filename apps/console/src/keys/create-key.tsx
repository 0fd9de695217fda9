import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useMe } from '#api/me.ts'
import { useForm } from '#api/use-form.ts'
import { rolesQuery } from '#team/roles-query.ts'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Choices, Field, Input, Select, Tick } from '#ui/field.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'

const days = [30, 90, 365] as const

/** Makes a key, and shows it this one time. */
export function CreateKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const roles = useQuery(rolesQuery)
  const [key, setKey] = useState<string>()
  const [scopes, setScopes] = useState<ReadonlySet<string>>(new Set())
  const everything = me.scopes.includes('*')
  // A key can do no more than the one who makes it.
  const offered = (roles.data?.allScopes ?? me.scopes.filter((it) => it !== '*')).filter((it) => everything || me.scopes.includes(it))
  const groups = Map.groupBy(offered, (it) => it.split(':')[0]!)
  const form = useForm({
    initial: { name: '', expiry: '90', scopes: '' },
    check: (it) => ({ ...(!it.name.trim() && { name: t('programs.name_missing') }), ...(scopes.size === 0 && { scopes: t('programs.scopes_missing') }) }),
    send: (it) => api.identity.createApiKey({ name: it.name.trim(), scopes: [...scopes], ...(it.expiry && { expiresInDays: Number(it.expiry) }) }),
    onDone: async (made) => {
      setKey(made.key)
      await queryClient.invalidateQueries({ queryKey: ['api-keys'] })
    },
    faultAt: { 'identity.above_your_role': 'scopes' },
  })
  const choose = (names: readonly string[], on: boolean) =>
    setScopes((before) => new Set(on ? [...before, ...names] : [...before].filter((it) => !names.includes(it))))

  if (key)
    return (
      <Dialog
        modalOnly
        open
        onOpenChange={() => undefined}
        title={t('programs.created_title')}
        description={t('programs.created_help')}
        footer={
          <Button look="primary" onClick={onClose}>
            {t('programs.i_copied')}
          </Button>
        }
      >
        <div className="grid gap-3">
          <code
            aria-label={t('programs.created_title')}
            className="rounded-sm border bg-sunken px-3 py-2 font-mono text-sm [overflow-wrap:anywhere] select-all"
          >
            {key}
          </code>
          <div>
            <CopyButton text={key} label={t('programs.copy')} />
          </div>
          <div className="grid gap-1 border-t pt-3">
            <h3 className="text-xs font-medium text-ink-2">{t('programs.use')}</h3>
            <pre tabIndex={0} className="overflow-x-auto rounded-sm border bg-sunken px-3 py-2 font-mono text-xs">
              {`curl -H "authorization: Bearer $MYNA_API_KEY" \\\n  ${location.origin}/api/v1/agents`}
            </pre>
          </div>
        </div>
      </Dialog>
    )
  return (
    <FormDialog wide form={form} title={t('programs.create')} action={t('programs.create')} onClose={onClose}>
      <div className="grid gap-4 sm:grid-cols-[1fr_10rem]">
        <Field label={t('programs.name')} error={form.errors.name} help={t('programs.name_help')}>
          {(named) => <Input {...named} {...form.bind('name')} maxLength={80} />}
        </Field>
        <Field label={t('programs.expiry')}>
          {(named) => (
            <Select {...named} {...form.bind('expiry')}>
              {days.map((count) => (
                <option key={count} value={count}>
                  {count === 365 ? t('programs.expiry_year') : t('programs.expiry_days', { count })}
                </option>
              ))}
              <option value="">{t('programs.expiry_never')}</option>
            </Select>
          )}
        </Field>
      </div>
      <Choices name="scopes" legend={t('programs.scopes')} help={t('programs.scopes_help')} error={form.errors.scopes}>
        <Tick
          label={t('programs.everything')}
          checked={offered.length > 0 && offered.every((it) => scopes.has(it))}
          onChange={(event) => choose(offered, event.target.checked)}
        />
        <div className="grid gap-x-6 gap-y-3 border-t pt-3 sm:grid-cols-2">
          {[...groups].map(([resource, names]) => (
            <div key={resource} role="group" aria-label={resource}>
              {names.map((name) => (
                <Tick
                  key={name}
                  label={<code className="font-mono text-xs">{name}</code>}
                  checked={scopes.has(name)}
                  onChange={(event) => choose([name], event.target.checked)}
                  className="min-h-7"
                />
              ))}
            </div>
          ))}
        </div>
      </Choices>
    </FormDialog>
  )
}
