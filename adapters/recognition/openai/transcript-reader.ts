import type { PortFault } from '@myna/ports/fault'
import { languageOfWriting } from '@myna/ports/language-of-writing'
import type { SpeechLanguage } from '@myna/ports/speech'
import type { Utterance, Utterances } from '@myna/ports/utterances'
import type { VendorMessage } from '@myna/ports/vendor-talk'
import { faultOfError, faultOfEvent } from '#fault-of-event.ts'

type Item = { utterance: Utterance | undefined; text: string }

const transcriptionEvent = 'conversation.item.input_audio_transcription.'
/** Items that were never completed are forgotten beyond this. */
const mostItems = 50
const mostCharacters = 50_000

/**
 * Reads the events of a session that transcribes. Each commit is confirmed with the item it makes, in order; transcripts name their item, and those of
 * several items may come in any order. A model that shows what it understands at once names the item before it is made.
 */
export function createTranscriptReader(languages: readonly [SpeechLanguage, ...SpeechLanguage[]]) {
  const commits: Utterance[] = []
  const items = new Map<string, Item>()
  const done = new Set<string>()

  const itemOf = (id: string, utterance?: Utterance): Item | undefined => {
    if (done.has(id)) return undefined
    const item = items.get(id) ?? { utterance, text: '' }
    item.utterance ??= utterance
    items.set(id, item)
    for (const old of items.keys()) if (items.size > mostItems) items.delete(old)
    return item
  }
  const finish = (id: string) => {
    items.delete(id)
    done.add(id)
    for (const old of done) if (done.size > mostItems) done.delete(old)
  }
  const languageOf = (message: VendorMessage, text: string): SpeechLanguage => {
    const heard = Array.isArray(message['languages']) ? (message['languages'] as { code?: unknown }[]).map((it) => it?.code) : []
    return languages.find((it) => heard.includes(it)) ?? languageOfWriting(text, languages)
  }

  return {
    committed: (utterance: Utterance) => void commits.push(utterance),
    hear(message: VendorMessage, utterances: Utterances): PortFault | undefined {
      const { type, item_id: id } = message
      if (type === 'error' && (message['error'] as { code?: unknown } | null)?.code === 'input_audio_buffer_commit_empty') {
        const unheard = commits.shift()
        if (unheard) utterances.finish(unheard)
        return undefined
      }
      if (typeof type !== 'string' || typeof id !== 'string') return faultOfEvent(message)
      if (type === 'input_audio_buffer.committed') {
        const utterance = commits.shift()
        const item = itemOf(id, utterance)
        if (item?.utterance && item.text !== '') utterances.interim(item.utterance, item.text, languageOfWriting(item.text, languages))
      } else if (type === `${transcriptionEvent}delta`) {
        const item = itemOf(id)
        if (!item || typeof message['delta'] !== 'string' || item.text.length > mostCharacters) return undefined
        item.text += message['delta']
        const of = item.utterance ?? commits[0] ?? utterances.waiting.findLast((it) => it.to === undefined)
        if (of) utterances.interim(of, item.text, languageOfWriting(item.text, languages))
      } else if (type === `${transcriptionEvent}completed`) {
        const utterance = items.get(id)?.utterance
        const text = typeof message['transcript'] === 'string' ? message['transcript'] : ''
        finish(id)
        if (!utterance) return undefined
        utterances.segment(utterance, { text, language: languageOf(message, text) })
        utterances.finish(utterance)
      } else if (type === `${transcriptionEvent}failed`) {
        const utterance = items.get(id)?.utterance
        finish(id)
        if ((message['error'] as { code?: unknown } | null)?.code !== 'audio_unintelligible') return faultOfError(message['error'])
        if (utterance) utterances.finish(utterance)
      }
      return undefined
    },
  }
}
