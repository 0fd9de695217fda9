import type { SpeakInput } from '@myna/contracts/voice'
import { useEffect, useRef, useState } from 'react'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { openPlayer, type Player } from '#talk/player.ts'
import { tellTrouble } from '#ui/toast.tsx'

type Words = Pick<SpeakInput, 'text' | 'language'> & Partial<SpeakInput>

/** Speaks a sentence as an agent would. One at a time; a new one stops the old. */
export function useVoicePreview() {
  const words = useFaultWords()
  const [playing, setPlaying] = useState<string>()
  const player = useRef<Player>(undefined)
  const asking = useRef<AbortController>(undefined)
  const turn = useRef(0)

  function stop(): void {
    asking.current?.abort()
    player.current?.cut()
    setPlaying(undefined)
  }

  async function play(name: string, input: Words): Promise<void> {
    stop()
    const id = String(++turn.current)
    const controller = new AbortController()
    asking.current = controller
    setPlaying(name)
    try {
      player.current ??= await openPlayer((event) => {
        if (event.type === 'done' && event.id === String(turn.current)) setPlaying(undefined)
      })
      for await (const chunk of api.voice.speak(input, { signal: controller.signal })) {
        if (controller.signal.aborted) return
        player.current.push(id, chunk)
      }
      player.current.end(id)
    } catch (fault) {
      if (controller.signal.aborted) return
      setPlaying(undefined)
      tellTrouble(words(fault))
    }
  }

  useEffect(
    () => () => {
      asking.current?.abort()
      void player.current?.close()
      player.current = undefined
    },
    [],
  )
  return { playing, play, stop }
}
