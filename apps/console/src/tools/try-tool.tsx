import { useMutation } from '@tanstack/react-query'
import { ApiFault } from '@myna/sdk'
import { FlaskConical, Play } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Tool } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Field, SmallInput, Select } from '#ui/field.tsx'
import { useSettled } from '#ui/settled.ts'
import { humanName } from './human-fields.ts'
import { argumentOf } from './parameters.ts'
import { toolTitle } from './tool-title.ts'
import { RunOutcome } from './run-outcome.tsx'

/** Tries a tool by hand: first without doing anything, then for real once that is confirmed. */
export function TryTool({ tool }: { tool: Tool }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [asking, setAsking] = useState(false)
  const settled = useSettled()
  const properties = Object.entries(tool.parameters.properties ?? {})
  const required = new Set(tool.parameters.required)
  const run = useMutation({
    mutationFn: (dryRun: boolean) =>
      api.tools.runTool({
        tool: tool.name,
        arguments: Object.fromEntries(
          properties.flatMap(([name, schema]) => {
            const value = argumentOf(typed[name] ?? '', schema)
            return value === undefined ? [] : [[name, value]]
          }),
        ),
        dryRun,
        confirmed: !dryRun,
      }),
    onSuccess: settled,
    onSettled: async () => {
      setAsking(false)
      await Promise.all([queryClient.invalidateQueries({ queryKey: ['runs'] }), queryClient.invalidateQueries({ queryKey: ['errands'] })])
    },
  })
  const problems = run.error instanceof ApiFault ? (run.error.fields ?? []) : []
  const problemOf = (name: string) => problems.find((it) => it.field.replace(/^\//, '').split(/[./]/)[0] === name)?.problem
  const elsewhere = problems.filter((it) => !properties.some(([name]) => problemOf(name) === it.problem))
  return (
    <section aria-labelledby="try-tool" className="grid gap-3 border-t pt-4">
      <div>
        <h3 id="try-tool" className="text-sm font-semibold">
          {t('tools.try')}
        </h3>
        <p className="text-xs text-ink-3">{properties.length === 0 ? t('tools.no_parameters') : t('tools.try_help')}</p>
      </div>
      <form
        noValidate
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!run.isPending) run.mutate(true)
        }}
      >
        {properties.map(([name, it]) => {
          const { type, description, enum: choices } = (typeof it === 'object' && it !== null ? it : {}) as Record<string, unknown>
          const options = Array.isArray(choices) ? choices.map(String) : type === 'boolean' ? ['true', 'false'] : undefined
          const bound = { value: typed[name] ?? '', onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }) }
          return (
            <Field
              key={name}
              label={humanName(name)}
              {...(!required.has(name) && { optional: t('act.optional') })}
              help={typeof description === 'string' ? description : undefined}
              error={problemOf(name)}
            >
              {(named) =>
                options ? (
                  <Select small {...named} {...bound}>
                    <option value="" />
                    {options.map((option) => (
                      <option key={option}>{option}</option>
                    ))}
                  </Select>
                ) : (
                  <SmallInput {...named} {...bound} maxLength={4000} inputMode={type === 'number' || type === 'integer' ? 'decimal' : 'text'} />
                )
              }
            </Field>
          )
        })}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" busy={run.isPending && run.variables}>
            <FlaskConical aria-hidden />
            {t('tools.dry_run')}
          </Button>
          <Button look="ghost" busy={run.isPending && !run.variables} onClick={() => setAsking(true)}>
            <Play aria-hidden />
            {t('tools.run')}
          </Button>
        </div>
      </form>
      <div role="status" className="grid gap-2">
        {run.error && (
          <p className="text-sm text-bad">
            {words(run.error).sentence} {elsewhere.map((it) => `${it.field}: ${it.problem}`).join(' ')}
          </p>
        )}
        {run.data?.status === 'tried' && <p className="text-sm text-ok">{t('tools.dry_run_done')}</p>}
        {run.data && run.data.status !== 'tried' && <RunOutcome run={run.data} />}
      </div>
      {asking && (
        <Confirm
          open
          onOpenChange={setAsking}
          title={t('tools.run_title', { name: toolTitle(t, tool) })}
          description={`${t('tools.run_body')} ${t(`tools.changes.${tool.changes}`)}.`}
          action={t('tools.run')}
          busy={run.isPending}
          onConfirm={() => run.mutate(false)}
        />
      )}
    </section>
  )
}
