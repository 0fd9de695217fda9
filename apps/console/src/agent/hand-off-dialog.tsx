import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agent, AgentConfig } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Input, Select, TextArea } from '#ui/field.tsx'
import { focusWrong } from '#ui/focus-wrong.ts'
import { mostPhrases, phrasesIn } from './phrases.ts'

export type HandOff = AgentConfig['handOffs'][number]

type Props = { handOff: HandOff | undefined; agents: readonly Agent[]; onClose: () => void; onSave: (handOff: HandOff) => void }

/** Another agent a call may go to, how callers know it, and what they say that belongs to it. */
export function HandOffDialog({ handOff, agents, onClose, onSave }: Props) {
  const { t } = useTranslation()
  const [agentId, setAgentId] = useState(handOff?.agentId ?? agents[0]?.id ?? '')
  const [name, setName] = useState(handOff?.name ?? agents[0]?.name ?? '')
  const [phrases, setPhrases] = useState(handOff?.phrases.join('\n') ?? '')
  const [checked, setChecked] = useState(false)
  const { lines, fits } = phrasesIn(phrases)
  const wrongPhrases = !fits ? t('mayDo.phrases_long') : lines.length === 0 ? t('mayDo.phrases_needed') : undefined
  return (
    <Dialog
      open
      modalOnly
      onOpenChange={onClose}
      title={handOff ? t('mayDo.edit', { title: handOff.name }) : t('mayDo.add_hand_off')}
      description={t('mayDo.hand_offs_help')}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button form="hand-off" type="submit" look="primary">
            {t(handOff ? 'act.save' : 'mayDo.add_hand_off')}
          </Button>
        </>
      }
    >
      <form
        id="hand-off"
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(true)
          if (agentId && name.trim() && !wrongPhrases) onSave({ agentId, name: name.trim(), phrases: lines })
          else focusWrong(event.currentTarget)
        }}
      >
        <Field label={t('mayDo.agent')}>
          {(named) => (
            <Select
              {...named}
              value={agentId}
              onChange={(event) => {
                const before = agents.find((it) => it.id === agentId)
                const next = agents.find((it) => it.id === event.target.value)
                setAgentId(event.target.value)
                if (next && (!name.trim() || name === before?.name)) setName(next.name)
              }}
            >
              {agents.map((it) => (
                <option key={it.id} value={it.id}>
                  {it.name}
                </option>
              ))}
              {!agents.some((it) => it.id === agentId) && agentId && (
                <option value={agentId}>
                  {name} ({t('mayDo.not_here')})
                </option>
              )}
            </Select>
          )}
        </Field>
        <Field label={t('mayDo.hand_off_name')} error={checked && !name.trim() ? t('tools.needed') : undefined}>
          {(named) => <Input {...named} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={t('mayDo.phrases')} help={t('mayDo.phrases_help')} error={checked ? wrongPhrases : undefined}>
          {(named) => <TextArea {...named} rows={3} value={phrases} maxLength={mostPhrases} onChange={(event) => setPhrases(event.target.value)} />}
        </Field>
      </form>
    </Dialog>
  )
}
