import { useTranslation } from 'react-i18next'
import { Field, Input } from '#ui/field.tsx'

/** What a person has entered for each limit; an empty text is no limit of its own. */
export type Entered<K extends string> = Record<K, string>

export type LimitName = 'tenant' | 'user' | 'key' | 'reads' | 'writes' | 'expensive' | 'anonymous' | 'signIn' | 'signInAlone' | 'monthlyRequests'
type Props<K extends LimitName> = {
  names: readonly K[]
  values: Entered<K>
  /** Shown where nothing is entered. */
  otherwise: (name: K) => string
  help: (name: K) => string
  disabled: boolean
  onChange: (values: Entered<K>) => void
}

/** Whether every limit is a whole number above zero, or nothing. */
export function areLimitsRight(values: Readonly<Record<string, string>>): boolean {
  return Object.values(values).every((it) => it.trim() === '' || (/^\d{1,13}$/.test(it.trim()) && Number(it) > 0))
}

/** The limits that are entered, as numbers. */
export function numbersOf<K extends string>(values: Entered<K>): Partial<Record<K, number>> {
  return Object.fromEntries(Object.entries<string>(values).flatMap(([name, it]) => (it.trim() ? [[name, Number(it)]] : []))) as Partial<Record<K, number>>
}

/** One field for each limit. */
export function LimitFields<K extends LimitName>({ names, values, otherwise, help, disabled, onChange }: Props<K>) {
  const { t } = useTranslation()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {names.map((name) => (
        <Field
          key={name}
          label={t(`access.limit.${name as LimitName}`)}
          help={help(name)}
          error={areLimitsRight({ it: values[name] }) ? undefined : t('access.limit_wrong')}
        >
          {(named) => (
            <Input
              {...named}
              inputMode="numeric"
              value={values[name]}
              disabled={disabled}
              maxLength={13}
              placeholder={otherwise(name)}
              className="tabular-nums"
              onChange={(event) => onChange({ ...values, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}
