import { useMutation } from '@tanstack/react-query'
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Tool } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm, Drawer } from '#ui/dialog.tsx'
import { Field, Input, Select } from '#ui/field.tsx'
import { Switch } from '#ui/switch.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { Changes, changeKinds } from './tool-badges.tsx'
import { ToolDialog } from './tool-dialog.tsx'
import { toolHelp, toolTitle } from './tool-title.ts'
import { toolsChanged } from './tool-queries.ts'
import { TryTool } from './try-tool.tsx'

/** One tool: what it is, what of it may be set, and a place to try it. */
export function ToolDrawer({ tool, onClose }: { tool: Tool; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const mayWrite = useMay('tools:write') && tool.kind !== 'errand'
  const mayRun = useMay('tools:run')
  const [open, setOpen] = useState<'edit' | 'remove'>()
  const [seconds, setSeconds] = useState(String(tool.timeoutMs / 1000))
  const trouble = (fault: unknown) => tellTrouble(words(fault))
  const update = useMutation({
    mutationFn: (change: Partial<Pick<Tool, 'enabled' | 'changes' | 'timeoutMs'>>) => api.tools.updateTool({ toolId: tool.id, ...change }),
    onSuccess: () => tell(t('tools.saved')),
    onSettled: toolsChanged,
    onError: trouble,
  })
  const remove = useMutation({
    mutationFn: () => api.tools.removeTool({ toolId: tool.id }),
    onSuccess: async () => {
      setOpen(undefined)
      onClose()
      tell(t('tools.removed', { name: tool.title }))
      await toolsChanged()
    },
    onError: trouble,
  })
  const now = { ...tool, ...(update.isPending && update.variables) }
  const timeoutMs = Math.round(Number(seconds) * 1000)
  const timeoutWrong = !(timeoutMs >= 500 && timeoutMs <= 60_000)
  if (open === 'edit') return <ToolDialog tool={tool} onClose={() => setOpen(undefined)} onSaved={() => setOpen(undefined)} />
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={toolTitle(t, tool)}
      footer={
        mayWrite &&
        tool.kind === 'http' && (
          <>
            <Button look="danger" onClick={() => setOpen('remove')}>
              <Trash2 aria-hidden />
              {t('tools.remove')}
            </Button>
            <Button onClick={() => setOpen('edit')}>
              <Pencil aria-hidden />
              {t('tools.edit')}
            </Button>
          </>
        )
      }
    >
      <div className="grid gap-5">
        <div className="flex flex-wrap items-center gap-2">
          <Badge>{t(`tools.kind.${tool.kind}`)}</Badge>
          <Changes tool={now} />
          {tool.missing && <Badge tone="bad">{t('tools.missing')}</Badge>}
        </div>
        <div className="grid gap-1 text-sm">
          <code className="font-mono text-xs text-ink-2 select-all">{tool.name}</code>
          {tool.description && <p className="whitespace-pre-line [overflow-wrap:anywhere]">{toolHelp(t, tool)}</p>}
          {tool.request && (
            <code className="mt-1 rounded-sm bg-sunken px-2 py-1.5 font-mono text-xs [overflow-wrap:anywhere]">
              {tool.request.method} {tool.request.url}
            </code>
          )}
        </div>
        {mayWrite && (
          <fieldset className="grid gap-4">
            <Switch label={t('tools.enabled')} checked={now.enabled} onChange={(enabled) => update.mutate({ enabled })} />
            <Field label={t('tools.changes_label')} help={t('tools.changes_help')}>
              {(named) => (
                <Select {...named} value={now.changes} onChange={(event) => update.mutate({ changes: event.target.value as Tool['changes'] })}>
                  {changeKinds.map((it) => (
                    <option key={it} value={it}>
                      {t(`tools.changes.${it}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label={t('tools.timeout')} error={timeoutWrong ? t('tools.timeout_wrong') : undefined} className="max-w-52">
              {(named) => (
                <Input
                  {...named}
                  inputMode="decimal"
                  maxLength={5}
                  value={seconds}
                  onChange={(event) => setSeconds(event.target.value)}
                  onBlur={() => !timeoutWrong && timeoutMs !== tool.timeoutMs && update.mutate({ timeoutMs })}
                />
              )}
            </Field>
          </fieldset>
        )}
        {!mayWrite && <p className="text-xs text-ink-3">{t('tools.changes_help')}</p>}
        {mayRun && <TryTool tool={tool} />}
      </div>
      {open === 'remove' && (
        <Confirm
          open
          onOpenChange={() => setOpen(undefined)}
          title={t('tools.remove_title', { name: tool.title })}
          description={t('tools.remove_body')}
          action={t('tools.remove')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate()}
        />
      )}
    </Drawer>
  )
}
