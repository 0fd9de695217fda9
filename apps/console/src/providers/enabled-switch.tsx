import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Provider } from '#api/shapes.ts'
import { PlainSwitch } from '#ui/switch.tsx'
import { tellTrouble } from '#ui/toast.tsx'
import { providersChanged } from './provider-queries.ts'

/** Whether a model is asked at all; its name says so to screen readers, its badge to everybody else. */
export function EnabledSwitch({ provider }: { provider: Provider }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const toggle = useMutation({
    mutationFn: (enabled: boolean) => api.brain.updateProvider({ providerId: provider.id, enabled }),
    onSettled: providersChanged,
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <PlainSwitch
      label={t('providers.enabled', { name: provider.name })}
      checked={toggle.isPending ? toggle.variables : provider.enabled}
      onChange={(enabled) => toggle.mutate(enabled)}
    />
  )
}
