import { useTranslation } from 'react-i18next'
import { Field, Input } from '#ui/field.tsx'
import { number } from '#words/figures.ts'

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

/** As much as the contract takes: of requests a minute, and of those a month. */
const mostOf = (name: string) => (name === 'monthlyRequests' ? 1_000_000_000_000 : 10_000_000)

const isRight = (name: string, entered: string) =>
  entered.trim() === '' || (/^\d{1,13}$/.test(entered.trim()) && Number(entered) > 0 && Number(entered) <= mostOf(name))

/** Whether every limit is a whole number above zero that is not beyond all use, or nothing. */
export function areLimitsRight(values: Readonly<Record<string, string>>): boolean {
  return Object.entries(values).every(([name, it]) => isRight(name, it))
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
          error={isRight(name, values[name]) ? undefined : t('access.limit_wrong', { most: number(mostOf(name)) })}
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
