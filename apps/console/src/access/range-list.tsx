import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AddressRange } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { SmallInput } from '#ui/field.tsx'
import { Card, CardHead } from '#ui/page.tsx'

type Props = {
  title: string
  help: string
  addLabel: string
  ranges: readonly AddressRange[]
  /** What is wrong with which row. */
  problems: Readonly<Record<number, string>>
  disabled: boolean
  onChange: (ranges: AddressRange[]) => void
}

/** Addresses and ranges with whose they are. */
export function RangeList({ title, help, addLabel, ranges, problems, disabled, onChange }: Props) {
  const { t } = useTranslation()
  const set = (at: number, change: Partial<AddressRange>) => onChange(ranges.map((it, i) => (i === at ? { ...it, ...change } : it)))
  return (
    <Card>
      <CardHead title={title} help={help} />
      <ul className="grid gap-2 border-t px-5 py-4">
        {ranges.length === 0 && <li className="text-sm text-ink-2">{t('access.none')}</li>}
        {ranges.map((it, i) => (
          <li key={i} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
            <SmallInput
              aria-label={`${title}: ${t('access.range')} ${i + 1}`}
              aria-invalid={problems[i] ? true : undefined}
              value={it.range}
              disabled={disabled}
              maxLength={60}
              spellCheck={false}
              placeholder="203.0.113.0/24"
              className="font-mono"
              onChange={(event) => set(i, { range: event.target.value })}
            />
            <SmallInput
              aria-label={`${title}: ${t('access.note')} ${i + 1}`}
              value={it.note}
              disabled={disabled}
              maxLength={80}
              placeholder={t('access.note')}
              className="max-sm:order-last max-sm:col-span-full"
              onChange={(event) => set(i, { note: event.target.value })}
            />
            <Button
              look="ghost"
              size="icon"
              disabled={disabled}
              aria-label={t('access.remove', { range: it.range || String(i + 1) })}
              onClick={() => onChange(ranges.filter((_, at) => at !== i))}
            >
              <Trash2 aria-hidden />
            </Button>
            {problems[i] && (
              <p role="alert" className="col-span-full text-xs text-bad">
                {problems[i]}
              </p>
            )}
          </li>
        ))}
        {!disabled && (
          <li>
            <Button size="small" onClick={() => onChange([...ranges, { range: '', note: '' }])}>
              <Plus aria-hidden />
              {addLabel}
            </Button>
          </li>
        )}
      </ul>
    </Card>
  )
}

/** What the server said of which row of a list called `name`; `otherwise` where it only said that something is wrong there. */
export function rowProblems(fields: readonly { field: string; problem: string }[], name: string, otherwise: string): Record<number, string> {
  return Object.fromEntries(
    fields.flatMap(({ field, problem }) => {
      const at = new RegExp(`^${name}\\.(\\d+)`).exec(field)?.[1]
      return at === undefined ? [] : [[Number(at), problem || otherwise]]
    }),
  )
}
