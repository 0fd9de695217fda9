import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useMe } from '#api/me.ts'
import type { Role } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { useRevision } from '#api/use-revision.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Choices, Field, Input, Tick } from '#ui/field.tsx'
import { tell } from '#ui/toast.tsx'
import { roleName } from './role-name.ts'
import { rolesQuery } from './roles-query.ts'
import { areaName, byArea, scopeName } from './scope-words.ts'

/** "Front desk" → front_desk, as programs name it; empty when nothing of it can stay. */
function nameOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)
}

/** Makes a role of the organisation's own, or changes what it may. */
export function RoleDialog({ role, scopes, onClose }: { role?: Role; scopes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(role?.scopes))
  const holds = (scope: string) => me.scopes.includes('*') || me.scopes.includes(scope)
  const upon = useRevision(role?.revision ?? 0, async () => {
    const { items } = await queryClient.fetchQuery({ ...rolesQuery, staleTime: 0 })
    return items.find((it) => it.name === (role?.name ?? nameOf(form.values.name))) ?? { revision: 0 }
  })
  const form = useForm({
    initial: { name: role ? roleName(t, role.name) : '', scopes: '' },
    check: (it) => ({
      ...(!role && nameOf(it.name).length < 2 && { name: t('people.role_name_wrong') }),
      ...(chosen.size === 0 && { scopes: t('people.rights_missing') }),
    }),
    send: (it) => upon((revision) => api.identity.saveRole({ name: role?.name ?? nameOf(it.name), scopes: [...chosen], revision })),
    onDone: async (it) => {
      onClose()
      tell(t('people.role_saved', { name: roleName(t, it.name) }))
      await queryClient.invalidateQueries({ queryKey: rolesQuery.queryKey })
    },
    faultAt: { 'identity.role_taken': 'name', 'identity.above_your_role': 'scopes' },
  })
  const choose = (names: readonly string[], on: boolean) =>
    setChosen((before) => new Set(on ? [...before, ...names] : [...before].filter((it) => !names.includes(it))))
  return (
    <FormDialog
      form={form}
      wide
      title={t(role ? 'people.role_edit' : 'people.role_new')}
      description={t('people.role_new_help')}
      action={role ? t('act.save') : t('people.role_new')}
      onClose={onClose}
    >
      <Field label={t('people.role_name')} help={t('people.role_name_help')} error={form.errors.name}>
        {(named) => <Input {...named} {...form.bind('name')} readOnly={!!role} maxLength={40} autoFocus={!role} />}
      </Field>
      <Choices name="scopes" legend={t('people.rights')} error={form.errors.scopes}>
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          {byArea(scopes).map(([area, inArea]) => {
            const mine = inArea.filter(holds)
            return (
              <fieldset key={area} className="grid content-start gap-1.5">
                <legend className="sr-only">{areaName(t, area)}</legend>
                <Tick
                  label={<span className="font-medium">{areaName(t, area)}</span>}
                  disabled={mine.length === 0}
                  checked={mine.length > 0 && mine.every((it) => chosen.has(it))}
                  onChange={(event) => choose(mine, event.target.checked)}
                />
                {inArea.map((scope) => (
                  <Tick
                    key={scope}
                    className="pl-6"
                    label={scopeName(t, scope)}
                    {...(!holds(scope) && { help: t('people.not_yours') })}
                    disabled={!holds(scope)}
                    checked={chosen.has(scope)}
                    onChange={(event) => choose([scope], event.target.checked)}
                  />
                ))}
              </fieldset>
            )
          })}
        </div>
      </Choices>
    </FormDialog>
  )
}
