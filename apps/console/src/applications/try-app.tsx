import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { App } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Field, Input, Select, TextArea } from '#ui/field.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { Trouble } from '#ui/states.tsx'
import { number, wait } from '#words/figures.ts'
import { versionsQuery } from './app-queries.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
/** More of an answer is not shown. */
const shownLength = 20_000

/** Sends one request the way programs do, and shows what came back. */
export function TryApp({ app, mayWrite }: { app: App; mayWrite: boolean }) {
  const { t } = useTranslation()
  const versions = useQuery(versionsQuery(app.id))
  const [method, setMethod] = useState<string>('GET')
  const [path, setPath] = useState('/')
  const [body, setBody] = useState('{}')
  const [version, setVersion] = useState('')
  const send = useMutation({
    mutationFn: async () => {
      const began = performance.now()
      const withBody = method !== 'GET'
      const isJson = /^\s*[[{"]/.test(body)
      const answer = await fetch(`/api/v1/apps/${app.slug}/run${path.startsWith('/') ? path : `/${path}`}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(withBody && { 'content-type': isJson ? 'application/json' : 'text/plain' }),
          ...(version && { 'x-app-version': version }),
        },
        ...(withBody && { body }),
      })
      const bytes = await answer.arrayBuffer()
      const type = answer.headers.get('content-type') ?? ''
      const text = /text|json|xml|event-stream/.test(type) || bytes.byteLength === 0 ? new TextDecoder().decode(bytes) : undefined
      return {
        status: answer.status,
        tookMs: performance.now() - began,
        version: decodeURIComponent(answer.headers.get('myna-version') ?? ''),
        text: text === undefined ? t('applications.unreadable', { bytes: number(bytes.byteLength) }) : pretty(text).slice(0, shownLength),
      }
    },
  })
  const { data } = send
  return (
    <>
      <Card>
        <CardHead title={t('applications.request')} />
        <form
          noValidate
          className="grid gap-4 border-t px-5 py-4"
          onSubmit={(event) => {
            event.preventDefault()
            if (!send.isPending) send.mutate()
          }}
        >
          <div className="grid gap-4 sm:grid-cols-[8rem_minmax(0,1fr)_12rem]">
            <Field label={t('applications.try_method')}>
              {(named) => (
                <Select {...named} value={method} onChange={(event) => setMethod(event.target.value)}>
                  {methods.map((it) => (
                    <option key={it}>{it}</option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label={t('applications.try_path')}>
              {(named) => (
                <Input {...named} value={path} onChange={(event) => setPath(event.target.value)} maxLength={1000} spellCheck={false} className="font-mono" />
              )}
            </Field>
            {mayWrite && (
              <Field label={t('applications.try_version')}>
                {(named) => (
                  <Select {...named} value={version} onChange={(event) => setVersion(event.target.value)}>
                    <option value="">{t('applications.try_version_any')}</option>
                    {versions.data?.map((it) => (
                      <option key={it.id} value={it.id}>
                        {it.name}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
            )}
          </div>
          {method !== 'GET' && (
            <Field label={t('applications.try_body')}>
              {(named) => <TextArea {...named} value={body} onChange={(event) => setBody(event.target.value)} spellCheck={false} className="font-mono" />}
            </Field>
          )}
          <div>
            <Button type="submit" look="primary" busy={send.isPending}>
              {t('applications.send')}
            </Button>
          </div>
        </form>
      </Card>
      {send.error && (
        <Card>
          <Trouble fault={send.error} onRetry={() => send.mutate()} />
        </Card>
      )}
      {data && (
        <Card role="region" aria-label={t('applications.response')}>
          <CardHead
            title={t('applications.response')}
            help={`${t('applications.took')} ${wait(data.tookMs)}${data.version && ` · ${t('applications.version')} ${data.version}`}`}
            action={<Badge tone={data.status < 300 ? 'ok' : data.status < 500 ? 'warn' : 'bad'}>{data.status}</Badge>}
          />
          <pre tabIndex={0} className="max-h-100 overflow-auto border-t bg-sunken px-5 py-3 font-mono text-xs">
            {data.text}
          </pre>
        </Card>
      )}
    </>
  )
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
