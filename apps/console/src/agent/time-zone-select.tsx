import { type ComponentProps, useMemo } from 'react'
import { Select } from '#ui/field.tsx'

/** A time zone of the IANA list. */
export function TimeZoneSelect({
  value,
  onChange,
  ...rest
}: Omit<ComponentProps<'select'>, 'value' | 'onChange'> & { value: string; onChange: (zone: string) => void }) {
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone')
    return [...new Set(['UTC', value, ...known])].sort()
  }, [value])
  return (
    <Select {...rest} value={value} onChange={(event) => onChange(event.target.value)}>
      {zones.map((it) => (
        <option key={it} value={it}>
          {it.replaceAll('_', ' ')}
        </option>
      ))}
    </Select>
  )
}
