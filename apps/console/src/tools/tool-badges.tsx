import { useTranslation } from 'react-i18next'
import type { Tool, ToolRun } from '#api/shapes.ts'
import { Badge, type Tone } from '#ui/badge.tsx'

export const changeKinds = ['nothing', 'records', 'people', 'money'] as const
const changeTones: Record<Tool['changes'], Tone> = { nothing: 'ok', records: 'info', people: 'warn', money: 'bad' }
const statusTones: Record<ToolRun['status'], Tone> = { running: 'info', done: 'ok', failed: 'bad', tried: 'neutral', unsure: 'warn' }

/** What using a tool changes. */
export function Changes({ tool }: { tool: Pick<Tool, 'changes'> }) {
  const { t } = useTranslation()
  return <Badge tone={changeTones[tool.changes]}>{t(`tools.changes.${tool.changes}`)}</Badge>
}

/** How a use of a tool ended. */
export function RunStatus({ run }: { run: Pick<ToolRun, 'status'> }) {
  const { t } = useTranslation()
  return (
    <Badge dot tone={statusTones[run.status]}>
      {t(`runs.status.${run.status}`)}
    </Badge>
  )
}
