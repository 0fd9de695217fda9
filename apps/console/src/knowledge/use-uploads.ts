import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFaultWords } from '#api/fault-words.ts'
import { baseChanged } from './knowledge-queries.ts'
import { sendFile } from './send-file.ts'

/** A file on its way into knowledge. */
export type Upload = {
  id: number
  file: File
  state: { kind: 'waiting' } | { kind: 'sending'; bytes: number } | { kind: 'reading' } | { kind: 'failed'; sentence: string }
}

const mostBytes = 200_000_000
const atOnce = 2

/** Files being uploaded into a base, two at a time; those that worked leave the list, those that did not stay with the sentence why. */
export function useUploads(baseId: string) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [uploads, setUploads] = useState<Upload[]>([])
  const queue = useRef<Upload[]>([])
  const running = useRef(new Map<number, AbortController>())
  const number = useRef(0)

  const set = (id: number, state: Upload['state']) => setUploads((before) => before.map((it) => (it.id === id ? { ...it, state } : it)))
  const drop = (id: number) => {
    running.current.get(id)?.abort()
    queue.current = queue.current.filter((it) => it.id !== id)
    setUploads((before) => before.filter((it) => it.id !== id))
  }

  async function run(it: Upload): Promise<void> {
    const controller = new AbortController()
    running.current.set(it.id, controller)
    set(it.id, { kind: 'sending', bytes: 0 })
    try {
      const onSent = (bytes: number) => set(it.id, bytes >= it.file.size ? { kind: 'reading' } : { kind: 'sending', bytes })
      await sendFile(baseId, it.file, { signal: controller.signal, onSent })
      await baseChanged(baseId)
      drop(it.id)
    } catch (fault) {
      if (!controller.signal.aborted) set(it.id, { kind: 'failed', sentence: words(fault).sentence })
    } finally {
      running.current.delete(it.id)
      next()
    }
  }

  function next(): void {
    while (running.current.size < atOnce) {
      const it = queue.current.shift()
      if (!it) return
      void run(it)
    }
  }

  /** Takes files in; several of one name are the same document, so the last one stays. */
  function add(files: Iterable<File>): void {
    const fresh = [...new Map([...files].map((file) => [file.name, file])).values()].map((file): Upload => {
      const tooLarge = file.size > mostBytes
      return { id: ++number.current, file, state: tooLarge ? { kind: 'failed', sentence: t('uploads.too_large') } : { kind: 'waiting' } }
    })
    setUploads((before) => [...before.filter((it) => it.state.kind !== 'failed' || !fresh.some((other) => other.file.name === it.file.name)), ...fresh])
    queue.current.push(...fresh.filter((it) => it.state.kind === 'waiting'))
    next()
  }

  useEffect(() => {
    const all = running.current
    return () => {
      queue.current = []
      for (const controller of all.values()) controller.abort()
    }
  }, [])
  return { uploads, add, drop }
}
