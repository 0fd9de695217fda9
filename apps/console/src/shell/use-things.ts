import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { MessageSquareText } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { mayOf, useMe } from '#api/me.ts'
import { moment } from '#words/figures.ts'
import { findThings } from './find-things.ts'
import type { Command } from './palette-commands.ts'

const settleMs = 180
const fewest = 2

/** What the organisation has that holds what was typed, as lines of the palette; asked for once typing rests. */
export function useThings(typed: string): { things: Command[]; searching: boolean } {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { scopes, tenant } = useMe()
  const wanted = typed.trim()
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), settleMs)
    return () => clearTimeout(timer)
  }, [wanted])
  const asks = settled.length >= fewest
  const found = useQuery({ queryKey: ['search', tenant?.id, settled], queryFn: () => findThings(api, settled, mayOf(scopes)), enabled: asks })
  const things = useMemo(
    () =>
      (wanted.length >= fewest ? (found.data ?? []) : []).flatMap((it): Command[] => {
        const group = it.kind === 'items' || it.kind === 'members' ? t(`search.${it.kind}`) : t(`shell.place.${it.kind}`)
        const { icon, label, place } = it
        const line = { id: it.id, group, label, icon, note: it.kind === 'calls' ? moment(it.note) : it.note, run: () => navigate(place) }
        if (place.to !== '/agents/$agentId' || place.search) return [line]
        const talk = () => navigate({ ...place, search: { talk: 'yes' } })
        return [line, { id: `talk-${it.id}`, group, label: t('shell.talk_to', { name: label }), icon: MessageSquareText, run: talk }]
      }),
    [found.data, wanted, t, navigate],
  )
  return { things, searching: wanted.length >= fewest && (settled !== wanted || found.isFetching) }
}
