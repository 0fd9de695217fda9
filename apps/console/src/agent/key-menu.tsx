import { useQuery } from '@tanstack/react-query'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agentsQuery } from '#agents/agent-queries.ts'
import { allKeys, type KeyAction, keyWords, type MenuKey } from './key-words.ts'
import type { Agent } from '#api/shapes.ts'
import { phoneNumberOf } from '#calls/phone-text.ts'
import { Kbd } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Input, Select, TextArea } from '#ui/field.tsx'
import { focusWrong } from '#ui/focus-wrong.ts'

const deeds = ['ask', 'say', 'hand-off', 'transfer'] as const

type Props = { agent: Agent; keys: readonly MenuKey[]; onChange: (keys: MenuKey[]) => void }

/** The keypad menu of an agent: what each key of a caller's telephone does. */
export function KeyMenu({ agent, keys, onChange }: Props) {
  const { t } = useTranslation()
  const agents = useQuery(agentsQuery())
  const [editing, setEditing] = useState<MenuKey | 'new'>()
  const others = agents.data?.filter((it) => it.id !== agent.id) ?? []
  const sorted = (list: MenuKey[]) => list.toSorted((a, b) => allKeys.indexOf(a.key) - allKeys.indexOf(b.key))
  return (
    <section aria-label={t('callPolicy.keys')} className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-52 flex-1">
          <h3 className="text-sm font-medium">{t('callPolicy.keys')}</h3>
          <p className="text-xs text-ink-3">{t('callPolicy.keys_help')}</p>
        </div>
        {keys.length < allKeys.length && (
          <Button onClick={() => setEditing('new')}>
            <Plus aria-hidden />
            {t('callPolicy.add_key')}
          </Button>
        )}
      </div>
      {keys.length > 0 && (
        <ul className="divide-y rounded-sm border">
          {keys.map((it) => (
            <li key={it.key} className="flex items-center gap-3 py-1.5 pr-2 pl-3 text-sm">
              <Kbd>{it.key}</Kbd>
              <span className="min-w-0 flex-1 truncate">{keyWords(t, it.action, agents.data)}</span>
              <Button look="ghost" size="icon" aria-label={t('callPolicy.edit_key', { key: it.key })} onClick={() => setEditing(it)}>
                <Pencil aria-hidden />
              </Button>
              <Button
                look="ghost"
                size="icon"
                aria-label={t('callPolicy.remove_key', { key: it.key })}
                onClick={() => onChange(keys.filter((other) => other !== it))}
              >
                <Trash2 aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <KeyDialog
          edited={editing === 'new' ? undefined : editing}
          taken={keys.map((it) => it.key)}
          others={others}
          onClose={() => setEditing(undefined)}
          onSave={(it) => {
            onChange(sorted([...keys.filter((other) => other !== editing), it]))
            setEditing(undefined)
          }}
        />
      )}
    </section>
  )
}

type DialogProps = { edited: MenuKey | undefined; taken: readonly string[]; others: readonly Agent[]; onClose: () => void; onSave: (it: MenuKey) => void }

function KeyDialog({ edited, taken, others, onClose, onSave }: DialogProps) {
  const { t } = useTranslation()
  const free = allKeys.filter((it) => it === edited?.key || !taken.includes(it))
  const before = edited?.action
  const [key, setKey] = useState(edited?.key ?? free.find((it) => it !== '0') ?? free[0] ?? '1')
  const [does, setDoes] = useState<KeyAction['does']>(before?.does ?? 'ask')
  const [text, setText] = useState(before && 'text' in before ? before.text : '')
  const [agentId, setAgentId] = useState(before?.does === 'hand-off' ? before.agentId : '')
  const [to, setTo] = useState(before?.does === 'transfer' ? before.to : '')
  const [tried, setTried] = useState(false)
  const action = actionOf()
  function actionOf(): KeyAction | undefined {
    if (does === 'hand-off') return agentId ? { does, agentId } : undefined
    if (does === 'transfer') {
      const number = phoneNumberOf(to)
      return number ? { does, to: number } : undefined
    }
    return text.trim() ? { does, text: text.trim() } : undefined
  }
  const wrong = tried && !action
  return (
    <Dialog
      open
      modalOnly
      onOpenChange={onClose}
      title={edited ? t('callPolicy.edit_key', { key: edited.key }) : t('callPolicy.add_key')}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button form="menu-key" type="submit" look="primary">
            {t(edited ? 'act.save' : 'callPolicy.add_key')}
          </Button>
        </>
      }
    >
      <form
        id="menu-key"
        noValidate
        className="grid gap-4 pb-1"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (action) onSave({ key, action })
          else focusWrong(event.currentTarget)
        }}
      >
        <div className="grid grid-cols-[5rem_minmax(0,1fr)] gap-3">
          <Field label={t('callPolicy.key')}>
            {(named) => (
              <Select {...named} value={key} onChange={(event) => setKey(event.target.value)}>
                {free.map((it) => (
                  <option key={it}>{it}</option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('callPolicy.does_label')}>
            {(named) => (
              <Select {...named} value={does} onChange={(event) => setDoes(event.target.value as KeyAction['does'])}>
                {deeds.map((it) => (
                  <option key={it} value={it}>
                    {t(`callPolicy.does.${it}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        {(does === 'ask' || does === 'say') && (
          <Field
            label={t(does === 'ask' ? 'callPolicy.key_ask' : 'callPolicy.key_say')}
            help={does === 'ask' ? t('callPolicy.key_ask_help') : undefined}
            error={wrong ? t('callPolicy.key_text_missing') : undefined}
          >
            {(named) => (
              <TextArea {...named} dir="auto" value={text} maxLength={does === 'ask' ? 300 : 500} onChange={(event) => setText(event.target.value)} />
            )}
          </Field>
        )}
        {does === 'hand-off' && (
          <Field
            label={t('callPolicy.key_agent')}
            help={others.length === 0 ? t('callPolicy.no_other_agent') : undefined}
            error={wrong ? t('callPolicy.key_agent_missing') : undefined}
          >
            {(named) => (
              <Select {...named} value={agentId} onChange={(event) => setAgentId(event.target.value)}>
                <option value="" />
                {others.map((it) => (
                  <option key={it.id} value={it.id}>
                    {it.name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        {does === 'transfer' && (
          <Field label={t('phone.transfer_number')} help={t('phone.number_help')} error={wrong ? t('phone.number_wrong') : undefined}>
            {(named) => <Input {...named} type="tel" placeholder="+44…" maxLength={40} value={to} onChange={(event) => setTo(event.target.value)} />}
          </Field>
        )}
      </form>
    </Dialog>
  )
}
