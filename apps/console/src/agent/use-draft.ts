import { useEffect, useRef, useState } from 'react'
import { agentQuery } from '#agents/agent-queries.ts'
import { api, queryClient } from '#api/client.ts'
import type { Agent, AgentConfig } from '#api/shapes.ts'

type Change = { name?: string; config?: Partial<AgentConfig> }
export type SaveState = { kind: 'saved'; at: string } | { kind: 'saving' } | { kind: 'unsaved'; fault: unknown }

const settleMs = 700

/**
 * The draft as it is edited: every change is shown at once and saved a moment later, one request at a time, with the revision it builds on.
 * `wrong` tells which fields must not be sent as they are; they wait until they are right.
 */
export function useDraft(agent: Agent, wrong: (values: { name: string; config: AgentConfig }) => ReadonlySet<string>) {
  const [values, setValues] = useState({ name: agent.name, config: agent.draft })
  const [save, setSave] = useState<SaveState>({ kind: 'saved', at: agent.updatedAt })
  const pending = useRef<Change>({})
  const revision = useRef(agent.draftRevision)
  const sending = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(values)
  latest.current = values

  function take(): Change | undefined {
    const bad = wrong(latest.current)
    const { name, config = {} } = pending.current
    const mayName = name !== undefined && !bad.has('name')
    const good = Object.entries(config).filter(([field]) => !bad.has(field))
    if (!mayName && good.length === 0) return undefined
    pending.current = {
      ...(name !== undefined && !mayName && { name }),
      config: Object.fromEntries(Object.entries(config).filter(([field]) => bad.has(field))),
    }
    return { ...(mayName && { name: name.trim() }), ...(good.length > 0 && { config: Object.fromEntries(good) }) }
  }

  async function send(): Promise<void> {
    if (sending.current) return
    for (let change = take(); change; change = take()) {
      sending.current = true
      setSave({ kind: 'saving' })
      try {
        const saved = await api.agents.updateDraft({ agentId: agent.id, revision: revision.current, ...change })
        revision.current = saved.draftRevision
        queryClient.setQueryData(agentQuery(agent.id).queryKey, saved)
        if (change.name) void queryClient.invalidateQueries({ queryKey: ['agents'] })
        setSave({ kind: 'saved', at: saved.updatedAt })
      } catch (fault) {
        // What was not saved goes before what was typed since.
        pending.current = { ...change, ...pending.current, config: { ...change.config, ...pending.current.config } }
        setSave({ kind: 'unsaved', fault })
        return
      } finally {
        sending.current = false
      }
    }
  }

  function change(it: Change): void {
    setValues((before) => ({ name: it.name ?? before.name, config: { ...before.config, ...it.config } }))
    pending.current = { ...pending.current, ...it, config: { ...pending.current.config, ...it.config } }
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), settleMs)
  }

  const flush = useRef(send)
  flush.current = send
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (Object.keys(pending.current.config ?? {}).length > 0 || pending.current.name !== undefined) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => {
      removeEventListener('beforeunload', warn)
      clearTimeout(timer.current)
      void flush.current()
    }
  }, [])

  // Published, restored or edited elsewhere: taken over unless something typed here waits to be saved.
  useEffect(() => {
    const waiting = sending.current || pending.current.name !== undefined || Object.keys(pending.current.config ?? {}).length > 0
    if (waiting || agent.draftRevision <= revision.current) return
    revision.current = agent.draftRevision
    setValues({ name: agent.name, config: agent.draft })
    setSave({ kind: 'saved', at: agent.updatedAt })
  }, [agent])

  /** Takes over what the server has now, throwing away what was not saved. */
  async function reload(): Promise<void> {
    const now = await queryClient.fetchQuery({ ...agentQuery(agent.id), staleTime: 0 })
    pending.current = {}
    revision.current = now.draftRevision
    setValues({ name: now.name, config: now.draft })
    setSave({ kind: 'saved', at: now.updatedAt })
  }

  return { ...values, change, save, retry: send, reload }
}
