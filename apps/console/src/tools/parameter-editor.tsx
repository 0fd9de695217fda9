import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { Select, SmallInput } from '#ui/field.tsx'
import { type Parameter, type ParameterType, parameterTypes } from './parameters.ts'

type Props = { rows: readonly Parameter[]; onChange: (rows: Parameter[]) => void; error: string | undefined }

/** The parameters of a tool, one row each. */
export function ParameterEditor({ rows, onChange, error }: Props) {
  const { t } = useTranslation()
  const set = (at: number, change: Partial<Parameter>) => onChange(rows.map((it, i) => (i === at ? { ...it, ...change } : it)))
  return (
    <fieldset className="grid gap-2">
      <legend className="text-sm font-medium">{t('tools.parameters')}</legend>
      <p className="text-xs text-ink-3">{t('tools.parameters_help')}</p>
      {rows.map((it, i) => (
        // Rows have no names of their own while they are typed.
        <div key={i} className="grid grid-cols-2 items-center gap-2 rounded-sm border p-2 sm:grid-cols-[minmax(0,1fr)_7.5rem_minmax(0,1.6fr)_auto_auto]">
          <SmallInput
            aria-label={t('tools.param_name', { number: i + 1 })}
            aria-invalid={error && !/^[A-Za-z0-9_]{1,64}$/.test(it.name) ? true : undefined}
            value={it.name}
            maxLength={64}
            spellCheck={false}
            autoCapitalize="none"
            placeholder="order_number"
            onChange={(event) => set(i, { name: event.target.value })}
            className="font-mono"
          />
          <Select
            small
            aria-label={t('tools.param_type', { name: it.name || i + 1 })}
            value={it.type}
            onChange={(event) => set(i, { type: event.target.value as ParameterType })}
          >
            {parameterTypes.map((type) => (
              <option key={type} value={type}>
                {t(`tools.param_types.${type}`)}
              </option>
            ))}
          </Select>
          <SmallInput
            aria-label={t('tools.param_description', { name: it.name || i + 1 })}
            placeholder={t('tools.param_hint')}
            value={it.description}
            maxLength={500}
            onChange={(event) => set(i, { description: event.target.value })}
            className="max-sm:col-span-2"
          />
          <label className="flex min-h-6 items-center gap-2 text-xs">
            <input type="checkbox" className="size-4 accent-brand" checked={it.required} onChange={(event) => set(i, { required: event.target.checked })} />
            {t('tools.param_required')}
          </label>
          <Button
            look="ghost"
            size="icon"
            aria-label={t('tools.param_remove', { name: it.name || i + 1 })}
            onClick={() => onChange(rows.filter((_, at) => at !== i))}
            className="justify-self-end"
          >
            <Trash2 aria-hidden />
          </Button>
        </div>
      ))}
      {error && (
        <p role="alert" className="text-xs text-bad">
          {error}
        </p>
      )}
      <Button className="justify-self-start" size="small" onClick={() => onChange([...rows, { name: '', type: 'string', description: '', required: true }])}>
        <Plus aria-hidden />
        {t('tools.param_add')}
      </Button>
    </fieldset>
  )
}
