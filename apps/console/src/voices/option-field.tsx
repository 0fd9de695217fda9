import type { ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, Input, Select, TextArea } from '#ui/field.tsx'
import type { VendorOption } from './vendors.ts'

type Bound = { name: string; value: string | undefined; onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) => void }

/** One option of a vendor, as its kind wants it typed. */
export function OptionField({ option, error, bind }: { option: VendorOption; error: string | undefined; bind: Bound }) {
  const { t } = useTranslation()
  const { name } = option
  const label = {
    englishLocale: t('speechVendors.english_locale'),
    bengaliLocale: t('speechVendors.bengali_locale'),
    instructions: t('speechVendors.instructions'),
    stability: t('speechVendors.stability'),
    similarity: t('speechVendors.similarity'),
    style: t('speechVendors.style'),
    method: t('speechVendors.method'),
    body: t('speechVendors.body'),
    headers: t('speechVendors.headers'),
    answers: t('speechVendors.answers'),
    voices: t('speechVendors.voices'),
  }[name]
  const help = name === 'instructions' || name === 'body' || name === 'headers' || name === 'voices' ? t(`speechVendors.${name}_help`) : undefined
  const plain = { autoCapitalize: 'none', spellCheck: false, autoComplete: 'off' }
  return (
    <Field label={label} optional={t('act.optional')} help={help} error={error}>
      {(named) => {
        if (option.is === 'one')
          return (
            <Select {...named} {...bind}>
              <option value="">{t('speechVendors.usual')}</option>
              {option.of.map((it) => (
                <option key={it} value={it}>
                  {name === 'answers' ? t(`speechVendors.answers_is.${it.replace(' ', '_') as 'wav'}`) : it}
                </option>
              ))}
            </Select>
          )
        if (option.is === 'share') return <Input {...named} {...bind} {...plain} inputMode="decimal" placeholder="0.5" maxLength={6} />
        return (
          <TextArea
            {...named}
            {...bind}
            {...(option.is === 'json' && plain)}
            rows={2}
            maxLength={4000}
            className={name === 'instructions' ? '' : 'font-mono !text-xs'}
          />
        )
      }}
    </Field>
  )
}
