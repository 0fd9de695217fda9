import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, Input } from '#ui/field.tsx'

/** Shortest password the server takes. */
export const minimumLength = 10

type Props = Omit<ComponentProps<'input'>, 'type'> & { label: string; error?: string | undefined; help?: string }

/** A password, which may be shown. */
export function PasswordField({ label, error, help, ...rest }: Props) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <Field label={label} error={error} help={help}>
      {(named) => (
        <div className="relative">
          <Input {...named} {...rest} type={shown ? 'text' : 'password'} className="pr-11" autoCapitalize="none" spellCheck={false} />
          <button
            type="button"
            aria-label={shown ? t('account.hide_password') : t('account.show_password')}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 flex w-10 items-center justify-center rounded-sm text-ink-3 hover:text-ink focus-visible:-outline-offset-2"
          >
            <Icon aria-hidden className="size-4" />
          </button>
        </div>
      )}
    </Field>
  )
}
