import { useMutation, useQuery } from '@tanstack/react-query'
import { ApiFault } from '@myna/sdk'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { AppConfiguration } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Field, Input, Select, SmallInput, Tick } from '#ui/field.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell } from '#ui/toast.tsx'
import { configurationQuery } from './app-queries.ts'

type ConfigurationField = AppConfiguration['fields'][number]
const kinds = ['text', 'number', 'boolean', 'choice', 'secret'] as const

/** What an application can be told, and what it is told. */
export function AppConfigurationForm({ appId, mayWrite }: { appId: string; mayWrite: boolean }) {
  const { data, error, refetch } = useQuery(configurationQuery(appId))
  if (!data) return <Card>{error ? <Trouble fault={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={3} />}</Card>
  return <Loaded key={data.updatedAt ?? ''} appId={appId} configuration={data} mayWrite={mayWrite} />
}

function Loaded({ appId, configuration, mayWrite }: { appId: string; configuration: AppConfiguration; mayWrite: boolean }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [fields, setFields] = useState(configuration.fields)
  const [values, setValues] = useState<Record<string, string>>(Object.fromEntries(Object.entries(configuration.values).map(([name, it]) => [name, String(it)])))
  const save = useMutation({
    mutationFn: () => api.apps.saveConfiguration({ appId, fields, values: typed(fields, values) }),
    onSuccess: (saved) => {
      queryClient.setQueryData(configurationQuery(appId).queryKey, saved)
      tell(t('applications.saved'))
    },
  })
  const problems = save.error instanceof ApiFault ? (save.error.fields ?? []) : []
  const problemAt = (path: string) => problems.find((it) => it.field === path || it.field.startsWith(`${path}.`))?.problem
  const setField = (at: number, change: Partial<ConfigurationField>) => setFields(fields.map((it, i) => (i === at ? { ...it, ...change } : it)))
  return (
    <form
      noValidate
      autoComplete="off"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate()
      }}
    >
      <Card>
        <CardHead title={t('applications.values')} help={t('applications.form_help')} />
        {fields.length === 0 ? (
          <p className="border-t px-5 py-4 text-sm text-ink-2">{t('applications.settings_empty')}</p>
        ) : (
          <div className="grid gap-4 border-t px-5 py-4 sm:grid-cols-2">
            {fields.map((it) => (
              <Value
                key={it.name}
                field={it}
                value={values[it.name] ?? ''}
                isKept={configuration.secretsSet.includes(it.name)}
                error={problemAt(`values.${it.name}`)}
                disabled={!mayWrite}
                onChange={(value) => setValues({ ...values, [it.name]: value })}
              />
            ))}
          </div>
        )}
      </Card>
      {mayWrite && (
        <Card>
          <CardHead title={t('applications.form')} />
          <ul className="grid gap-3 border-t px-5 py-4">
            {fields.map((it, i) => (
              <li key={i} className="grid grid-cols-2 items-center gap-2 sm:grid-cols-[9rem_minmax(0,1fr)_8rem_auto_auto]">
                <SmallInput
                  aria-label={`${t('applications.field_name')} ${i + 1}`}
                  aria-invalid={problemAt(`fields.${i}`) ? true : undefined}
                  value={it.name}
                  placeholder="model_name"
                  maxLength={40}
                  spellCheck={false}
                  className="font-mono"
                  onChange={(event) => setField(i, { name: event.target.value })}
                />
                <SmallInput
                  aria-label={`${t('applications.field_title')} ${i + 1}`}
                  value={it.title}
                  maxLength={80}
                  onChange={(event) => setField(i, { title: event.target.value })}
                />
                <Select
                  small
                  aria-label={`${t('applications.kind_label')} ${i + 1}`}
                  value={it.kind}
                  onChange={(event) => setField(i, { kind: event.target.value as ConfigurationField['kind'] })}
                >
                  {kinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {t(`applications.kind.${kind}`)}
                    </option>
                  ))}
                </Select>
                <Tick label={t('applications.required')} checked={it.required} onChange={(event) => setField(i, { required: event.target.checked })} />
                <Button
                  look="ghost"
                  size="icon"
                  aria-label={t('applications.remove_field', { name: it.name || String(i + 1) })}
                  onClick={() => setFields(fields.filter((_, at) => at !== i))}
                >
                  <Trash2 aria-hidden />
                </Button>
                {it.kind === 'choice' && (
                  <SmallInput
                    aria-label={`${t('applications.choices')} ${i + 1}`}
                    placeholder={t('applications.choices')}
                    defaultValue={it.choices.join(', ')}
                    className="col-span-full"
                    onBlur={(event) => setField(i, { choices: listOf(event.target.value) })}
                  />
                )}
                {problemAt(`fields.${i}`) && (
                  <p role="alert" className="col-span-full text-xs text-bad">
                    {problemAt(`fields.${i}`)}
                  </p>
                )}
              </li>
            ))}
            <li>
              <Button size="small" onClick={() => setFields([...fields, { name: '', title: '', help: '', kind: 'text', choices: [], required: false }])}>
                <Plus aria-hidden />
                {t('applications.add_field')}
              </Button>
            </li>
          </ul>
        </Card>
      )}
      {save.error && <FormTrouble trouble={words(save.error)} />}
      {mayWrite && (
        <div>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t('act.save')}
          </Button>
        </div>
      )}
    </form>
  )
}

type ValueProps = {
  field: ConfigurationField
  value: string
  isKept: boolean
  error: string | undefined
  disabled: boolean
  onChange: (value: string) => void
}

function Value({ field, value, isKept, error, disabled, onChange }: ValueProps) {
  const { t } = useTranslation()
  const { kind, title, name, required, choices } = field
  if (kind === 'boolean')
    return <Tick label={title || name} checked={value === 'true'} disabled={disabled} onChange={(event) => onChange(String(event.target.checked))} />
  return (
    <Field
      label={title || name}
      error={error}
      help={kind === 'secret' && isKept ? t('applications.secret_set') : field.help}
      {...(!required && { optional: t('act.optional') })}
    >
      {(named) =>
        kind === 'choice' ? (
          <Select {...named} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
            <option value="" />
            {choices.map((it) => (
              <option key={it}>{it}</option>
            ))}
          </Select>
        ) : (
          <Input
            {...named}
            type={kind === 'secret' ? 'password' : 'text'}
            inputMode={kind === 'number' ? 'decimal' : undefined}
            autoComplete="off"
            value={value}
            disabled={disabled}
            maxLength={2000}
            placeholder={kind === 'secret' && isKept ? t('applications.value_kept') : ''}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  )
}

/** Values as the API takes them; what is empty is left out. */
function typed(fields: readonly ConfigurationField[], values: Readonly<Record<string, string>>): Record<string, string | number | boolean> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }): [string, string | number | boolean][] => {
      const value = values[name]?.trim() ?? ''
      if (kind === 'boolean') return [[name, value === 'true']]
      if (value === '') return []
      const figure = Number(value)
      return [[name, kind === 'number' && Number.isFinite(figure) ? figure : value]]
    }),
  )
}

const listOf = (text: string) =>
  text
    .split(',')
    .map((it) => it.trim())
    .filter(Boolean)
