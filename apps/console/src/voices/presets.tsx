import { useMutation, useQuery } from '@tanstack/react-query'
import { Play, SlidersHorizontal, Square, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Voice, VoicePreset } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { number, percent } from '#words/figures.ts'
import { presetsQuery } from './voice-queries.ts'

type Props = { voices: readonly Voice[]; playing: string | undefined; onPlay: (preset: VoicePreset) => void; onOpen: (preset: VoicePreset) => void }

/** Saved voices: heard, opened in the studio, removed. */
export function Presets({ voices, playing, onPlay, onOpen }: Props) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const mayRemove = useMay('voice:configure')
  const presets = useQuery(presetsQuery)
  const [removing, setRemoving] = useState<VoicePreset>()
  const remove = useMutation({
    mutationFn: ({ id }: VoicePreset) => api.voice.removeVoicePreset({ presetId: id }),
    onSuccess: (_, { name }) => tell(t('studio.preset_removed', { name })),
    onError: (fault) => tellTrouble(words(fault)),
    onSettled: async () => {
      setRemoving(undefined)
      await queryClient.invalidateQueries({ queryKey: presetsQuery.queryKey })
    },
  })
  const times = (value: number) => `${number(value)}×`
  const factsOf = (it: VoicePreset) =>
    [
      t(`spoken.${it.language}`),
      voices.find((voice) => voice.id === it.voiceId)?.name ?? it.voiceId,
      it.speed !== 1 && `${t('studio.speed')} ${times(it.speed)}`,
      it.pitch !== 1 && `${t('studio.pitch')} ${times(it.pitch)}`,
      it.volume !== 1 && `${t('studio.volume')} ${percent(it.volume)}`,
    ].filter(Boolean)
  return (
    <Card>
      <CardHead title={t('studio.presets')} help={t('studio.presets_help')} />
      {presets.error && !presets.data ? (
        <Trouble fault={presets.error} onRetry={() => void presets.refetch()} className="!py-6" />
      ) : !presets.data ? (
        <SkeletonRows rows={2} />
      ) : presets.data.length === 0 ? (
        <p className="px-5 pb-5 text-sm text-ink-3">{t('studio.presets_empty')}</p>
      ) : (
        <ul className="divide-y border-t">
          {presets.data.map((it) => (
            <li key={it.id} className="flex items-center gap-2 py-2 pr-3 pl-5">
              <div className="min-w-0 flex-1">
                <h3 className="text-sm font-medium [overflow-wrap:anywhere]">{it.name}</h3>
                <p className="text-xs [overflow-wrap:anywhere] text-ink-3">{factsOf(it).join(' · ')}</p>
              </div>
              <Button
                look="ghost"
                size="icon"
                aria-label={t('studio.preset_play', { name: it.name })}
                aria-pressed={playing === it.id}
                onClick={() => onPlay(it)}
              >
                {playing === it.id ? <Square aria-hidden /> : <Play aria-hidden />}
              </Button>
              <Button look="ghost" size="icon" aria-label={t('studio.preset_use', { name: it.name })} onClick={() => onOpen(it)}>
                <SlidersHorizontal aria-hidden />
              </Button>
              {mayRemove && (
                <Button look="ghost" size="icon" aria-label={t('studio.preset_remove', { name: it.name })} onClick={() => setRemoving(it)}>
                  <Trash2 aria-hidden />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {removing && (
        <Confirm
          open
          onOpenChange={() => setRemoving(undefined)}
          title={t('studio.preset_remove_title', { name: removing.name })}
          description={t('studio.preset_remove_body')}
          action={t('speechVendors.remove')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate(removing)}
        />
      )}
    </Card>
  )
}
