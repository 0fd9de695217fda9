import type { Api } from '@myna/sdk'
import { AudioLines, BookOpen, Bot, Contact, type LucideIcon, Phone, UserRound, Wrench } from 'lucide-react'

const ofEach = 5
const basesSearched = 8

type Place =
  | { to: '/agents/$agentId'; params: { agentId: string }; search?: { tab: 'knowledge'; q: string } }
  | { to: '/calls/$callId'; params: { callId: string } }
  | { to: '/callers' | '/team'; search: { q: string } }
  | { to: '/numbers' }
  | { to: '/tools'; search: { open: string } }

/** Something of the organisation that holds what was typed. */
export type Thing = {
  id: string
  kind: 'agents' | 'items' | 'calls' | 'callers' | 'numbers' | 'tools' | 'members'
  label: string
  note: string
  icon: LucideIcon
  place: Place
}

/** Asks everything that exists for what was typed, as far as the person may see it; a part that does not answer leaves the others be. */
export async function findThings(api: Api, typed: string, may: (scope: string) => boolean): Promise<Thing[]> {
  const q = typed.slice(0, 200)
  const has = (...texts: (string | null)[]) => texts.some((it) => it?.toLowerCase().includes(q.toLowerCase()))
  const digits = q.replace(/\D/g, '')
  const isNumber = (number: string | null) => digits.length >= 3 && !!number?.replace(/\D/g, '').includes(digits)

  async function agents(): Promise<Thing[]> {
    const { items } = await api.agents.listAgents({ q, limit: ofEach })
    return items.map((it) => ({
      id: `agent-${it.id}`,
      kind: 'agents',
      label: it.name,
      note: it.draft.businessName,
      icon: Bot,
      place: { to: '/agents/$agentId', params: { agentId: it.id } },
    }))
  }
  async function items(): Promise<Thing[]> {
    const { items: owners } = await api.agents.listAgents({ limit: 50 })
    const ofBase = new Map(owners.map((it) => [it.baseId, it]))
    const found = await Promise.all(
      [...ofBase].slice(0, basesSearched).map(async ([baseId, agent]) => {
        const { items } = await api.knowledge.listItems({ baseId, q, limit: ofEach })
        return items.map(
          (it): Thing => ({
            id: `item-${it.id}`,
            kind: 'items',
            label: it.title,
            note: agent.name,
            icon: BookOpen,
            place: { to: '/agents/$agentId', params: { agentId: agent.id }, search: { tab: 'knowledge', q } },
          }),
        )
      }),
    )
    return found.flat().slice(0, ofEach)
  }
  async function calls(): Promise<Thing[]> {
    const { items } = await api.calls.listCalls({ limit: 200 })
    return items
      .filter((it) => has(it.agentName, it.startedBy) || isNumber(it.from) || isNumber(it.to))
      .slice(0, ofEach)
      .map((it) => ({
        id: `call-${it.id}`,
        kind: 'calls',
        label: [it.agentName, it.direction === 'inbound' ? it.from : it.to].filter(Boolean).join(' · '),
        note: it.startedAt,
        icon: AudioLines,
        place: { to: '/calls/$callId', params: { callId: it.id } },
      }))
  }
  async function callers(): Promise<Thing[]> {
    const { items } = await api.brain.listRemembered({ q, limit: ofEach })
    return items.map((it) => ({
      id: `caller-${it.id}`,
      kind: 'callers',
      label: it.name ?? it.identity.id,
      note: it.name ? it.identity.id : '',
      icon: Contact,
      place: { to: '/callers', search: { q } },
    }))
  }
  async function numbers(): Promise<Thing[]> {
    const { items } = await api.calls.listNumbers({ limit: 200 })
    return items
      .filter((it) => has(it.label, it.agentName) || isNumber(it.number))
      .slice(0, ofEach)
      .map((it) => ({
        id: `number-${it.id}`,
        kind: 'numbers',
        label: it.number,
        note: it.label || (it.agentName ?? ''),
        icon: Phone,
        place: { to: '/numbers' },
      }))
  }
  async function tools(): Promise<Thing[]> {
    const { items } = await api.tools.listTools({ q, limit: ofEach })
    return items.map((it) => ({
      id: `tool-${it.id}`,
      kind: 'tools',
      label: it.title,
      note: it.name,
      icon: Wrench,
      place: { to: '/tools', search: { open: it.id } },
    }))
  }
  async function members(): Promise<Thing[]> {
    const { items } = await api.identity.listMembers({ q, limit: ofEach })
    return items.map((it) => ({
      id: `member-${it.userId}`,
      kind: 'members',
      label: it.name,
      note: it.email,
      icon: UserRound,
      place: { to: '/team', search: { q: it.email } },
    }))
  }

  const asked = [
    ...(may('agents:read') ? [agents()] : []),
    ...(may('agents:read') && may('knowledge:read') ? [items()] : []),
    ...(may('calls:read') ? [calls(), numbers()] : []),
    ...(may('brain:read') ? [callers()] : []),
    ...(may('tools:read') ? [tools()] : []),
    ...(may('members:read') ? [members()] : []),
  ]
  return (await Promise.allSettled(asked)).flatMap((it) => (it.status === 'fulfilled' ? it.value : []))
}
