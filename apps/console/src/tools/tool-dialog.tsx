import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import type { Tool } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { useRevision } from '#api/use-revision.ts'
import { Field, Input, Select, TextArea } from '#ui/field.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { tell } from '#ui/toast.tsx'
import { ParameterEditor } from './parameter-editor.tsx'
import { nameOfTitle } from './name-of-title.ts'
import { namesAreRight, namesInAddress, type Parameter, parametersOf, schemaOf } from './parameters.ts'
import { recordOfPairs, type SecretPair, SecretPairs } from './secret-pairs.tsx'
import { changeKinds } from './tool-badges.tsx'
import { toolsChanged } from './tool-queries.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof methods)[number]

/** Adds a tool over HTTP, or changes one. Values of headers only ever go in. */
export function ToolDialog({ tool, onClose, onSaved }: { tool?: Tool; onClose: () => void; onSaved: (tool: Tool) => void }) {
  const { t } = useTranslation()
  const own = tool ? parametersOf(tool.parameters) : []
  const [rows, setRows] = useState<Parameter[]>(own ?? [])
  const [rowsWrong, setRowsWrong] = useState(false)
  const [headers, setHeaders] = useState<SecretPair[]>(tool?.request?.headerNames.map((name) => ({ name, value: '', kept: true })) ?? [])
  const upon = useRevision(tool?.revision ?? 0, () => api.tools.getTool({ toolId: tool!.id }))
  const form = useForm({
    initial: {
      title: tool?.title ?? '',
      name: tool?.name ?? '',
      description: tool?.description ?? '',
      method: tool?.request?.method ?? 'GET',
      url: tool?.request?.url ?? '',
      body: tool?.request?.body ?? 'json',
      changes: tool?.changes ?? 'records',
      timeout: String((tool?.timeoutMs ?? 10_000) / 1000),
    },
    check: (it) => ({
      ...(!it.title.trim() && { title: t('tools.needed') }),
      ...(!/^[a-z][a-z0-9_]{0,63}$/.test(it.name) && { name: t('tools.name_wrong') }),
      ...(!/^https?:\/\/\S+$/i.test(it.url.trim()) && { url: t('tools.address_wrong') }),
      ...(!(Number(it.timeout) >= 0.5 && Number(it.timeout) <= 60) && { timeout: t('tools.timeout_wrong') }),
    }),
    send: (it) => {
      const values = {
        title: it.title.trim(),
        description: it.description.trim(),
        changes: it.changes as Tool['changes'],
        timeoutMs: Math.round(Number(it.timeout) * 1000),
        ...(own && { parameters: schemaOf(withAddress(it.url)) }),
        request: { method: it.method as Method, url: it.url.trim(), body: it.body as 'json' | 'none', headers: recordOfPairs(headers) },
      }
      return tool ? upon((revision) => api.tools.updateTool({ toolId: tool.id, ...values, revision })) : api.tools.addTool({ name: it.name, ...values })
    },
    onDone: async (saved) => {
      onClose()
      tell(tool ? t('tools.saved') : t('tools.added', { name: saved.title }))
      await toolsChanged()
      onSaved(saved)
    },
    faultAt: { 'tools.name_taken': 'name', 'tools.address_wrong': 'url' },
  })

  function withAddress(url: string): Parameter[] {
    return [...rows, ...namesInAddress(url, rows).map((name) => ({ name, type: 'string' as const, description: '', required: true }))]
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    const wrong = !namesAreRight(rows)
    setRowsWrong(wrong)
    if (wrong) event.preventDefault()
    else void form.onSubmit(event)
  }

  return (
    <FormDialog wide form={{ ...form, onSubmit }} title={t(tool ? 'tools.edit' : 'tools.add')} action={t(tool ? 'act.save' : 'tools.add')} onClose={onClose}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('tools.title_field')} error={form.errors.title}>
          {(named) => (
            <Input {...named} {...(tool ? form.bind('title') : form.bindSuggesting('title', 'name', (title) => nameOfTitle(title, 64)))} maxLength={120} />
          )}
        </Field>
        <Field label={t('tools.name')} error={form.errors.name} help={t('tools.name_help')}>
          {(named) => (
            <Input {...named} {...form.bind('name')} readOnly={!!tool} maxLength={64} autoCapitalize="none" spellCheck={false} className="font-mono" />
          )}
        </Field>
      </div>
      <Field label={t('tools.description')} help={t('tools.description_help')} error={form.errors.description}>
        {(named) => <TextArea {...named} {...form.bind('description')} maxLength={2000} rows={2} className="!min-h-14" />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-[7rem_minmax(0,1fr)]">
        <Field label={t('tools.method')}>
          {(named) => (
            <Select {...named} {...form.bind('method')}>
              {methods.map((it) => (
                <option key={it}>{it}</option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('tools.address')} error={form.errors.url} help={t('tools.address_help')}>
          {(named) => (
            <Input
              {...named}
              {...form.bind('url')}
              onBlur={() => own && setRows(withAddress(form.values.url))}
              inputMode="url"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={2000}
              placeholder="https://example.com/orders/{order}"
              className="font-mono !text-sm"
            />
          )}
        </Field>
      </div>
      {own ? (
        <ParameterEditor rows={rows} onChange={(next) => (setRows(next), setRowsWrong(false))} error={rowsWrong ? t('tools.param_name_wrong') : undefined} />
      ) : (
        <p className="text-sm text-ink-2">{t('tools.parameters_own')}</p>
      )}
      <Field label={t('tools.body')}>
        {(named) => (
          <Select {...named} {...form.bind('body')}>
            <option value="json">{t('tools.body_json')}</option>
            <option value="none">{t('tools.body_none')}</option>
          </Select>
        )}
      </Field>
      <SecretPairs
        legend={t('tools.headers')}
        help={t('tools.headers_help')}
        nameLabel={t('tools.header_name')}
        addLabel={t('tools.header_add')}
        placeholder="Authorization"
        pairs={headers}
        onChange={setHeaders}
      />
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <Field label={t('tools.changes_label')} help={t('tools.changes_help')}>
          {(named) => (
            <Select {...named} {...form.bind('changes')}>
              {changeKinds.map((it) => (
                <option key={it} value={it}>
                  {t(`tools.changes.${it}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('tools.timeout')} error={form.errors.timeout}>
          {(named) => <Input {...named} {...form.bind('timeout')} inputMode="decimal" maxLength={5} />}
        </Field>
      </div>
    </FormDialog>
  )
}
