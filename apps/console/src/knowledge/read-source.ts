import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Source } from '#api/shapes.ts'
import { tell } from '#ui/toast.tsx'
import { baseChanged } from './knowledge-queries.ts'
import { shortAddress } from './short-address.ts'

export type Reading = { sourceId: string; sentence: string; done: number; of: number }

/** Reads a website anew and turns what changed into knowledge, with what happens as it happens. */
export function useReading(baseId: string) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [reading, setReading] = useState<Reading>()
  const [failed, setFailed] = useState<{ sourceId: string; sentence: string }>()
  const stopper = useRef<AbortController>(undefined)

  async function read(source: Source): Promise<void> {
    const controller = new AbortController()
    stopper.current?.abort()
    stopper.current = controller
    setFailed(undefined)
    setReading({ sourceId: source.id, sentence: t('knowledge.reading'), done: 0, of: 0 })
    try {
      const options = { signal: controller.signal }
      const { settings } = await api.workspace.getSettings({})
      for await (const { data } of api.knowledge.crawlSource({ sourceId: source.id, maxPages: settings.crawlMaxPages }, options))
        setReading({ sourceId: source.id, sentence: data.sentence, done: data.done, of: data.found })
      for await (const { data } of api.knowledge.extractSource({ sourceId: source.id }, options))
        setReading({ sourceId: source.id, sentence: data.sentence, done: data.done, of: data.of })
      tell(t('knowledge.reading_done', { address: shortAddress(source.url) }))
    } catch (fault) {
      if (!controller.signal.aborted) setFailed({ sourceId: source.id, sentence: words(fault).sentence })
    } finally {
      if (stopper.current === controller) setReading(undefined)
      await baseChanged(baseId)
    }
  }

  useEffect(() => () => stopper.current?.abort(), [])
  return { reading, failed, read, stop: () => stopper.current?.abort() }
}
