import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { SmallInput } from '#ui/field.tsx'

/** A name with a value that only ever goes in; `kept`: the server has one already. */
export type SecretPair = { name: string; value: string; kept?: boolean }

type Props = {
  legend: string
  help: string
  nameLabel: string
  addLabel: string
  placeholder: string
  pairs: readonly SecretPair[]
  onChange: (pairs: SecretPair[]) => void
}

/** The pairs that have a name, as the API takes them: an empty value keeps the one the server has. */
export function recordOfPairs(pairs: readonly SecretPair[]): Record<string, string> {
  return Object.fromEntries(pairs.filter((it) => it.name.trim() && (it.value || it.kept)).map((it) => [it.name.trim(), it.value]))
}

/** Headers or settings whose values are written and never read. */
export function SecretPairs({ legend, help, nameLabel, addLabel, placeholder, pairs, onChange }: Props) {
  const { t } = useTranslation()
  const set = (at: number, change: Partial<SecretPair>) => onChange(pairs.map((it, i) => (i === at ? { ...it, ...change } : it)))
  return (
    <fieldset className="grid gap-2">
      <legend className="text-sm font-medium">{legend}</legend>
      <p className="text-xs text-ink-3">{help}</p>
      {pairs.map((it, i) => (
        <div key={i} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_auto] items-center gap-2">
          <SmallInput
            aria-label={`${nameLabel} ${i + 1}`}
            value={it.name}
            readOnly={it.kept}
            maxLength={64}
            spellCheck={false}
            autoCapitalize="none"
            placeholder={placeholder}
            onChange={(event) => set(i, { name: event.target.value })}
            className="font-mono"
          />
          <SmallInput
            aria-label={t('tools.header_value', { name: it.name || i + 1 })}
            type="password"
            autoComplete="off"
            value={it.value}
            maxLength={2000}
            placeholder={it.kept ? t('tools.header_kept') : ''}
            onChange={(event) => set(i, { value: event.target.value })}
          />
          <Button
            look="ghost"
            size="icon"
            aria-label={t('tools.header_remove', { name: it.name || i + 1 })}
            onClick={() => onChange(pairs.filter((_, at) => at !== i))}
          >
            <Trash2 aria-hidden />
          </Button>
        </div>
      ))}
      <Button className="justify-self-start" size="small" onClick={() => onChange([...pairs, { name: '', value: '' }])}>
        <Plus aria-hidden />
        {addLabel}
      </Button>
    </fieldset>
  )
}
