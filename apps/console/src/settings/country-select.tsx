import { type ComponentProps, useMemo } from 'react'
import { Select } from '#ui/field.tsx'
import { currentLanguage } from '#words/language.ts'
import { countryCodes } from './country-codes.ts'

/** Names of countries in the language of the console. */
export const countryNames = (): Intl.DisplayNames => new Intl.DisplayNames([currentLanguage()], { type: 'region' })

/** A country by its ISO 3166 code. */
export function CountrySelect({
  value,
  onChange,
  ...rest
}: Omit<ComponentProps<'select'>, 'value' | 'onChange'> & { value: string; onChange: (country: string) => void; small?: boolean }) {
  const language = currentLanguage()
  const countries = useMemo(() => {
    const names = countryNames()
    return [...new Set([...(value ? [value] : []), ...countryCodes])]
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .toSorted((a, b) => a.name.localeCompare(b.name, language))
  }, [value, language])
  return (
    <Select {...rest} value={value} onChange={(event) => onChange(event.target.value)}>
      {!value && <option value="" />}
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  )
}
