import type { Api } from '@myna/sdk'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { Field, Input } from '#ui/field.tsx'
import { number } from '#words/figures.ts'

type Trouble = Awaited<ReturnType<Api['workspace']['checkBrandColours']>>['troubles'][number]
type Props = { label: string; value: string; trouble: Trouble | undefined; onChange: (value: string) => void }

/** A colour by its digits or by the picker of the browser, with what is wrong and the nearest that passes. */
export function ColourField({ label, value, trouble, onChange }: Props) {
  const { t } = useTranslation()
  const isColour = /^#[0-9a-f]{6}$/.test(value)
  const against = trouble && t(`brand.against.${trouble.against}`)
  const wrong = trouble && t('brand.too_close', { against, ratio: number(trouble.ratio, { maximumFractionDigits: 2 }), needed: number(trouble.needed) })
  return (
    <div className="grid gap-1.5">
      <Field label={label} error={isColour ? wrong : t('brand.colour_wrong')}>
        {(named) => (
          <div className="flex gap-2">
            <input
              type="color"
              aria-label={t('brand.pick', { colour: label })}
              value={isColour ? value : '#000000'}
              onChange={(event) => onChange(event.target.value)}
              className="h-9 w-11 shrink-0 cursor-pointer rounded-sm border border-line-strong bg-surface p-1 coarse:h-11"
            />
            <Input
              {...named}
              value={value}
              maxLength={7}
              spellCheck={false}
              autoComplete="off"
              className="font-mono"
              onChange={(event) => onChange(event.target.value.trim().toLowerCase())}
            />
          </div>
        )}
      </Field>
      {trouble && isColour && (
        <Button size="small" className="justify-self-start" onClick={() => onChange(trouble.nearest)}>
          {t('brand.use_nearest', { colour: trouble.nearest })}
        </Button>
      )}
    </div>
  )
}
