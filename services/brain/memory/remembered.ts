import { z } from 'zod'
import type { DialogueState } from '#dialogue/state.ts'
import { readState } from '#dialogue/state.ts'

const Memory = z.object({ name: z.string().nullable(), facts: z.record(z.string(), z.string()), summary: z.string() })

/** What is remembered of a caller who agreed to it, as it is sealed. */
export type Memory = z.infer<typeof Memory>

const mostSummary = 1500

/** Memory as it was sealed; what cannot be read is as good as nothing. */
export function readMemory(text: string): Memory {
  const read = Memory.safeParse(JSON.parse(text))
  return read.success ? read.data : { name: null, facts: {}, summary: '' }
}

/** Memory with what a conversation added; the newest summary stands first. */
export function addToMemory(before: Memory | null, state: DialogueState, summary: string | null): Memory {
  const facts = { ...before?.facts }
  for (const slot of ['name', 'phone', 'email', 'company']) {
    const known = state.known[slot]
    if (known) facts[slot] = known.shown
  }
  return {
    name: facts['name'] ?? before?.name ?? null,
    facts,
    summary: [summary, before?.summary].filter(Boolean).join('\n').slice(0, mostSummary),
  }
}

/** The dialogue a remembered caller begins with: they need not say again what they told before. */
export function dialogueWith(memory: Memory | null, own: Readonly<Record<string, string>>): DialogueState {
  const facts = { ...memory?.facts, ...own }
  const known = Object.fromEntries(Object.entries(facts).map(([slot, text]) => [slot, { value: text, shown: text, text }]))
  return { ...readState({}), known, consent: memory === null ? 'unknown' : 'given' }
}

/** What a channel tells of a caller, as slots. */
export const slotsOfIdentity = (kind: string, id: string): Record<string, string> => (kind === 'phone' ? { phone: id } : kind === 'email' ? { email: id } : {})

/** One line on what a conversation was about: goals carried out and questions asked. */
export function summaryOf(
  turns: readonly {
    speaker: 'caller' | 'agent'
    text: string
    meant: string | null
    move: { kind: string; goal: string | null; slots: Record<string, unknown> } | null
  }[],
  day: string,
): string {
  const done = turns.flatMap(({ move }) =>
    move && ['acted', 'wants_human', 'opted_out'].includes(move.kind) && move.goal !== null
      ? [`${move.goal.replace(/_/g, ' ')} (${Object.values(move.slots).map(String).join(', ').slice(0, 200)})`]
      : [],
  )
  const asked = turns.flatMap((turn, at) => {
    const kind = turns[at + 1]?.move?.kind
    return turn.speaker === 'caller' && (kind === 'answered' || kind === 'refused')
      ? [`${(turn.meant ?? turn.text).slice(0, 120)}${kind === 'refused' ? ' (not answered)' : ''}`]
      : []
  })
  const parts = [...(asked.length > 0 ? [`asked: ${asked.slice(0, 6).join('; ')}`] : []), ...(done.length > 0 ? [`done: ${done.join('; ')}`] : [])]
  return `${day} ${parts.length === 0 ? 'talked, nothing asked or done' : parts.join(' – ')}`.slice(0, 900)
}
