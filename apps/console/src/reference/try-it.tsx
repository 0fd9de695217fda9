import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useMe } from '#api/me.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Select, SmallInput, TextArea } from '#ui/field.tsx'
import { addressOf, type Filled } from './examples.ts'
import type { Operation, Parameter } from './operations.ts'
import { RequestOutcome } from './request-outcome.tsx'
import { type Outcome, sendRequest } from './send-request.ts'

type Props = { operation: Operation; filled: Filled; onFill: (filled: Filled) => void }

/** The key that was entered, until the page is left: it is kept nowhere else. */
let keyInUse = ''

/** Asks the API for real, with an API key or the session of this browser. What may change something is sent only after a second yes. */
export function TryIt({ operation, filled, onFill }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const needsScope = operation.access.includes(':')
  const mayScope = useMay(operation.access)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [key, setKey] = useState(keyInUse)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | 'unreachable'>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const form = useRef<HTMLFormElement>(null)

  if (operation.kind === 'socket' || operation.access === 'service') return null

  const address = `${operation.method} ${addressOf(operation, filled)}`
  function check(): boolean {
    const wrong: Record<string, string> = Object.fromEntries(
      operation.parameters.filter((it) => it.required && !filled.values[it.name]?.trim()).map((it) => [it.name, t('reference.needed')]),
    )
    if (operation.body) {
      try {
        JSON.parse(filled.body)
      } catch (error) {
        wrong.body = t('reference.body_wrong', { problem: error instanceof Error ? error.message : '' })
      }
    }
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
    return Object.keys(wrong).length === 0
  }

  async function send() {
    setAsking(false)
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setBusy(true)
    setOutcome(undefined)
    try {
      await sendRequest(operation, filled, (it) => running.current === controller && setOutcome(it), controller.signal, key.trim())
    } catch {
      if (!controller.signal.aborted) setOutcome('unreachable')
    } finally {
      if (running.current === controller) setBusy(false)
    }
  }

  return (
    <section className="grid gap-3 rounded-lg border p-4">
      <div>
        <h3 className="text-sm font-semibold">{t('reference.try')}</h3>
        <p className="text-xs text-ink-3">{operation.kind === 'upload' ? t('reference.upload') : t('reference.try_help')}</p>
        {needsScope && !mayScope && !key && <p className="mt-1 text-xs text-warn">{t('reference.may_not')}</p>}
      </div>
      {operation.kind !== 'upload' && (
        <form
          ref={form}
          noValidate
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (busy || !check()) return
            if (operation.method === 'GET') void send()
            else setAsking(true)
          }}
        >
          <Field label={t('reference.key')} help={t('reference.key_help')} optional={t('act.optional')}>
            {(named) => (
              <SmallInput
                {...named}
                type="password"
                value={key}
                maxLength={200}
                spellCheck={false}
                autoComplete="off"
                onChange={(event) => {
                  keyInUse = event.target.value
                  setKey(event.target.value)
                }}
                className="font-mono !text-xs"
              />
            )}
          </Field>
          {operation.parameters.map((it) => (
            <ParameterField
              key={it.in + it.name}
              parameter={it}
              value={filled.values[it.name] ?? ''}
              error={errors[it.name]}
              onChange={(value) => {
                onFill({ ...filled, values: { ...filled.values, [it.name]: value } })
                if (errors[it.name]) setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => name !== it.name)))
              }}
            />
          ))}
          {operation.body && (
            <Field label={t('reference.body')} help={t('reference.body_help')} error={errors.body}>
              {(named) => (
                <TextArea
                  {...named}
                  spellCheck={false}
                  value={filled.body}
                  onChange={(event) => onFill({ ...filled, body: event.target.value })}
                  className="max-h-80 font-mono !text-xs"
                />
              )}
            </Field>
          )}
          <div className="flex flex-wrap items-center gap-2">
            <Button type="submit" look="primary" busy={busy}>
              {t('reference.send')}
            </Button>
            {busy && operation.kind === 'stream' && <Button onClick={() => running.current?.abort()}>{t('reference.stop')}</Button>}
          </div>
        </form>
      )}
      <RequestOutcome operation={operation} outcome={outcome} />
      {asking && (
        <Dialog
          open
          onOpenChange={setAsking}
          title={t('reference.confirm_title', { operation: operation.id })}
          description={t('reference.confirm_body', { organisation: me.tenant?.name ?? '' })}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{t('act.cancel')}</Button>
              <Button look={operation.method === 'DELETE' ? 'danger' : 'primary'} onClick={() => void send()}>
                {t('reference.send')}
              </Button>
            </>
          }
        >
          <code className="block rounded-sm border bg-sunken px-3 py-2 font-mono text-xs [overflow-wrap:anywhere]">{address}</code>
        </Dialog>
      )}
    </section>
  )
}

type FieldProps = { parameter: Parameter; value: string; error: string | undefined; onChange: (value: string) => void }

function ParameterField({ parameter, value, error, onChange }: FieldProps) {
  const { t } = useTranslation()
  const types = [parameter.schema.type ?? []].flat()
  const choices = parameter.schema.enum?.map(String) ?? (types.includes('boolean') ? ['true', 'false'] : undefined)
  return (
    <Field label={<code className="font-mono text-xs">{parameter.name}</code>} error={error} {...(!parameter.required && { optional: t('act.optional') })}>
      {(named) =>
        choices ? (
          <Select {...named} small value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="" />
            {choices.map((it) => (
              <option key={it}>{it}</option>
            ))}
          </Select>
        ) : (
          <SmallInput
            {...named}
            value={value}
            spellCheck={false}
            autoComplete="off"
            placeholder={parameter.schema.default === undefined ? undefined : JSON.stringify(parameter.schema.default)}
            onChange={(event) => onChange(event.target.value)}
            className="font-mono !text-xs"
          />
        )
      }
    </Field>
  )
}
