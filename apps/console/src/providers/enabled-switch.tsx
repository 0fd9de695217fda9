import { Switch } from '@base-ui/react/switch'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Provider } from '#api/shapes.ts'
import { tellTrouble } from '#ui/toast.tsx'
import { providersChanged } from './provider-queries.ts'

/** Whether a model is asked at all; its name says so to screen readers, its badge to everybody else. */
export function EnabledSwitch({ provider }: { provider: Provider }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const toggle = useMutation({
    mutationFn: (enabled: boolean) => api.brain.updateProvider({ providerId: provider.id, enabled }),
    onSettled: providersChanged,
    onError: (fault) => tellTrouble(words(fault).sentence),
  })
  return (
    <Switch.Root
      aria-label={t('providers.enabled', { name: provider.name })}
      checked={toggle.isPending ? toggle.variables : provider.enabled}
      onCheckedChange={(enabled) => toggle.mutate(enabled)}
      className="relative flex h-5 w-9 shrink-0 cursor-pointer rounded-full border border-line-strong bg-sunken p-0.5 transition-colors duration-100 data-checked:border-brand data-checked:bg-brand"
    >
      <Switch.Thumb className="size-3.5 rounded-full bg-line-strong transition-[translate,background-color] duration-100 data-checked:translate-x-4 data-checked:bg-brand-ink" />
    </Switch.Root>
  )
}
