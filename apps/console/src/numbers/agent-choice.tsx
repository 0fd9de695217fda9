import { useTranslation } from 'react-i18next'
import type { Agent } from '#api/shapes.ts'
import { Select } from '#ui/field.tsx'

type Props = {
  label: string
  agents: readonly Agent[]
  /** Who answers now, if they are not among the agents any more. */
  known?: { id: string; name: string } | undefined
  value: string | null
  onChange: (agentId: string | null) => void
}

/** The agent that answers a number; drafts are told apart, because callers meet nothing of them. */
export function AgentChoice({ label, agents, known, value, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Select
      small
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
      className="min-w-0 max-sm:flex-1 sm:!w-auto sm:max-w-60"
    >
      <option value="">{t('numbers.nobody')}</option>
      {known && !agents.some((it) => it.id === known.id) && <option value={known.id}>{known.name}</option>}
      {agents.map((it) => (
        <option key={it.id} value={it.id}>
          {it.name}
          {it.publishedVersion === null && ` (${t('phone.draft_called')})`}
        </option>
      ))}
    </Select>
  )
}
