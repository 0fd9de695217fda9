import { useQuery } from '@tanstack/react-query'
import { ArrowRightLeft, Pencil, Plus, Target, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agentsQuery } from '#agents/agent-queries.ts'
import type { Agent, AgentConfig } from '#api/shapes.ts'
import { Changes } from '#tools/tool-badges.tsx'
import { toolHelp, toolTitle } from '#tools/tool-title.ts'
import { toolsQuery } from '#tools/tool-queries.ts'
import { Badge } from '#ui/badge.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Tick } from '#ui/field.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { Switch } from '#ui/switch.tsx'
import { type Goal, GoalDialog } from './goal-dialog.tsx'
import { slotTitle, standardGoalNames } from './goal-title.ts'
import { type HandOff, HandOffDialog } from './hand-off-dialog.tsx'

type Props = { agent: Agent; config: AgentConfig; onChange: (change: Partial<AgentConfig>) => void; disabled: boolean }

/** What an agent may do besides answering: goals, tools for a model, other agents to hand over to, and memory. */
export function MayDo({ agent, config, onChange, disabled }: Props) {
  const { t } = useTranslation()
  return (
    <Card>
      <CardHead title={t('mayDo.title')} help={t('mayDo.help')} />
      <div className="grid gap-6 px-5 pb-5">
        <section aria-label={t('mayDo.standard')} className="grid gap-3">
          <h3 className="text-sm font-semibold">{t('mayDo.standard')}</h3>
          <div className="grid gap-x-8 gap-y-4 @lg:grid-cols-2">
            {standardGoalNames.map((name) => (
              <Switch
                key={name}
                label={t(`mayDo.goal_title.${name}`)}
                help={t(`mayDo.goal_help.${name}`)}
                checked={config.standardGoals.includes(name)}
                disabled={disabled}
                onChange={(on) => onChange({ standardGoals: standardGoalNames.filter((it) => (it === name ? on : config.standardGoals.includes(it))) })}
              />
            ))}
          </div>
        </section>
        <OwnGoals config={config} onChange={(goals) => onChange({ goals })} />
        <HandOffs agent={agent} handOffs={config.handOffs} onChange={(handOffs) => onChange({ handOffs })} />
        <ModelTools chosen={config.tools} onChange={(tools) => onChange({ tools })} />
        <fieldset className="grid gap-3">
          <legend className="mb-3 text-sm font-semibold">{t('mayDo.memory')}</legend>
          {(['never', 'ask', 'always'] as const).map((it) => (
            <label key={it} className="flex items-start gap-2.5 text-sm">
              <input
                type="radio"
                name="remember"
                className="mt-0.5 size-4 shrink-0 accent-brand coarse:size-5"
                checked={config.remember === it}
                onChange={() => onChange({ remember: it })}
              />
              <span>
                {t(`mayDo.remember.${it}`)}
                <span className="block text-xs text-ink-3">{t(`mayDo.remember.${it}_help`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      </div>
    </Card>
  )
}

function Rows({ title, help, empty, action, children }: { title: string; help: string; empty: boolean; action: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-52 flex-1">
          <h3 className="text-sm font-semibold">{title}</h3>
          <p className="text-xs text-ink-3">{help}</p>
        </div>
        {action}
      </div>
      {!empty && <ul className="divide-y rounded-sm border">{children}</ul>}
    </section>
  )
}

type RowProps = { icon: ReactNode; title: string; line: string; badge?: ReactNode; onEdit: () => void; onRemove: () => void }

function Row({ icon, title, line, badge, onEdit, onRemove }: RowProps) {
  const { t } = useTranslation()
  return (
    <li className="flex items-center gap-3 py-2 pr-2 pl-3 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-3">
      {icon}
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm font-medium [overflow-wrap:anywhere]">
          {title}
          {badge}
        </div>
        <div className="truncate text-xs text-ink-3">{line}</div>
      </div>
      <Button look="ghost" size="icon" aria-label={t('mayDo.edit', { title })} onClick={onEdit}>
        <Pencil aria-hidden />
      </Button>
      <Button look="ghost" size="icon" aria-label={t('mayDo.remove', { title })} onClick={onRemove}>
        <Trash2 aria-hidden />
      </Button>
    </li>
  )
}

function OwnGoals({ config, onChange }: { config: AgentConfig; onChange: (goals: Goal[]) => void }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<Goal | 'new'>()
  const save = (goal: Goal) => {
    onChange(editing === 'new' ? [...config.goals, goal] : config.goals.map((it) => (it.name === (editing as Goal).name ? goal : it)))
    setEditing(undefined)
  }
  return (
    <>
      <Rows
        title={t('mayDo.goals')}
        help={t('mayDo.goals_empty')}
        empty={config.goals.length === 0}
        action={
          <Button onClick={() => setEditing('new')}>
            <Plus aria-hidden />
            {t('mayDo.add')}
          </Button>
        }
      >
        {config.goals.map((it) => (
          <Row
            key={it.name}
            icon={<Target aria-hidden />}
            title={it.title}
            line={[it.phrases[0] && `“${it.phrases[0]}”`, it.slots.map((slot) => slotTitle(t, slot.name)).join(', '), it.tool].filter(Boolean).join(' · ')}
            onEdit={() => setEditing(it)}
            onRemove={() => onChange(config.goals.filter((other) => other !== it))}
          />
        ))}
      </Rows>
      {editing && <GoalDialog goal={editing === 'new' ? undefined : editing} config={config} onClose={() => setEditing(undefined)} onSave={save} />}
    </>
  )
}

function HandOffs({ agent, handOffs, onChange }: { agent: Agent; handOffs: HandOff[]; onChange: (handOffs: HandOff[]) => void }) {
  const { t } = useTranslation()
  const agents = useQuery(agentsQuery())
  const [editing, setEditing] = useState<number>()
  const others = agents.data?.filter((it) => it.id !== agent.id) ?? []
  const save = (it: HandOff) => {
    onChange(editing === handOffs.length ? [...handOffs, it] : handOffs.map((before, i) => (i === editing ? it : before)))
    setEditing(undefined)
  }
  return (
    <>
      <Rows
        title={t('mayDo.hand_offs')}
        help={agents.data && others.length === 0 ? t('mayDo.no_other_agents') : t('mayDo.hand_offs_help')}
        empty={handOffs.length === 0}
        action={
          others.length > 0 &&
          handOffs.length < 10 && (
            <Button onClick={() => setEditing(handOffs.length)}>
              <Plus aria-hidden />
              {t('mayDo.add_hand_off')}
            </Button>
          )
        }
      >
        {handOffs.map((it, i) => (
          <Row
            key={i}
            icon={<ArrowRightLeft aria-hidden />}
            title={it.name}
            line={`“${it.phrases[0]}”`}
            badge={agents.data && !others.some((other) => other.id === it.agentId) && <Badge tone="bad">{t('mayDo.not_here')}</Badge>}
            onEdit={() => setEditing(i)}
            onRemove={() => onChange(handOffs.filter((_, at) => at !== i))}
          />
        ))}
      </Rows>
      {editing !== undefined && <HandOffDialog handOff={handOffs[editing]} agents={others} onClose={() => setEditing(undefined)} onSave={save} />}
    </>
  )
}

function ModelTools({ chosen, onChange }: { chosen: string[]; onChange: (tools: string[]) => void }) {
  const { t } = useTranslation()
  const tools = useQuery(toolsQuery())
  const offered = tools.data?.filter((it) => it.kind !== 'errand' || chosen.includes(it.name)) ?? []
  const gone = tools.data ? chosen.filter((name) => !tools.data.some((it) => it.name === name)) : []
  const toggle = (name: string, on: boolean) => onChange(on ? [...chosen, name] : chosen.filter((it) => it !== name))
  return (
    <section aria-label={t('mayDo.tools')} className="grid gap-3">
      <div>
        <h3 className="text-sm font-semibold">{t('mayDo.tools')}</h3>
        <p className="text-xs text-ink-3">{t('mayDo.tools_help')}</p>
      </div>
      {offered.map((it) => (
        <div key={it.id} className="flex items-start gap-3">
          <Tick
            className="min-w-0 flex-1"
            label={toolTitle(t, it)}
            help={toolHelp(t, it)}
            checked={chosen.includes(it.name)}
            onChange={(event) => toggle(it.name, event.target.checked)}
          />
          <Changes tool={it} />
        </div>
      ))}
      {gone.map((name) => (
        <Tick key={name} label={name} help={t('mayDo.not_here')} checked onChange={() => toggle(name, false)} />
      ))}
      {tools.data && offered.length === 0 && gone.length === 0 && (
        <div className="flex flex-wrap items-center gap-3 text-sm text-ink-2">
          <p className="min-w-52 flex-1">{t('mayDo.tools_empty')}</p>
          <ButtonLink size="small" to="/tools" search={{ tab: 'tools' }}>
            {t('mayDo.tools_open')}
          </ButtonLink>
        </div>
      )}
    </section>
  )
}
