import { useNavigate } from '@tanstack/react-router'
import clsx from 'clsx'
import { Check, Globe, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agent } from '#api/shapes.ts'
import { SampleCard } from '#first-run/sample-card.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Input } from '#ui/field.tsx'
import { Card } from '#ui/page.tsx'
import { number } from '#words/figures.ts'

/** The way to a first agent: website, talk, publish. Each step is done when the thing it is about exists. */
export function GettingStarted({ agents, talked, onDismiss }: { agents: Agent[]; talked: boolean; onDismiss: () => void }) {
  const { t } = useTranslation()
  const newest = agents.find((it) => it.status !== 'failed')
  const published = agents.some((it) => it.publishedVersion !== null)
  const current = !newest ? 1 : !talked ? 2 : 3
  return (
    <Card aria-labelledby="getting-started">
      <div className="flex items-start gap-3 px-5 pt-4 pb-3">
        <div className="min-w-0 flex-1">
          <h2 id="getting-started" className="text-lg font-semibold">
            {t('overview.start')}
          </h2>
          <p className="text-sm text-ink-2">
            {t('overview.start_help')} {t('begin.done', { done: number([newest, talked, published].filter(Boolean).length), of: number(3) })}
          </p>
        </div>
        <Button look="ghost" size="icon" aria-label={t('begin.dismiss')} title={t('begin.dismiss')} onClick={onDismiss}>
          <X aria-hidden />
        </Button>
      </div>
      <ol className="grid border-t md:grid-cols-3 md:divide-x max-md:divide-y">
        <Step number={1} done={!!newest} current={current === 1} title={t('overview.website')} help={t('overview.website_help')}>
          <PasteWebsite />
        </Step>
        <Step number={2} done={talked} current={current === 2} title={t('overview.talk')} help={t('overview.talk_help')}>
          {newest &&
            (newest.status === 'building' ? (
              <ButtonLink to="/agents/$agentId/building" params={{ agentId: newest.id }}>
                {t('agent.see_building')}
              </ButtonLink>
            ) : (
              <ButtonLink to="/agents/$agentId" params={{ agentId: newest.id }} search={{ talk: 'yes' }} look="primary">
                {t('overview.talk_act')}
              </ButtonLink>
            ))}
        </Step>
        <Step number={3} done={published} current={current === 3} title={t('overview.publish')} help={t('overview.publish_help')}>
          {newest && (
            <ButtonLink to="/agents/$agentId" params={{ agentId: newest.id }} look="primary">
              {t('overview.publish_act')}
            </ButtonLink>
          )}
        </Step>
      </ol>
      {!newest && <SampleCard />}
    </Card>
  )
}

function Step({
  number,
  done,
  current,
  title,
  help,
  children,
}: {
  number: number
  done: boolean
  current: boolean
  title: string
  help: string
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <li aria-current={current ? 'step' : undefined} className={clsx('flex flex-col gap-2 p-5', !current && !done && 'text-ink-2')}>
      <div className="flex items-center gap-2.5">
        <span
          aria-hidden
          className={clsx(
            'flex size-6 items-center justify-center rounded-full text-xs font-medium',
            done ? 'bg-ok-bg text-ok' : current ? 'bg-brand text-brand-ink' : 'border text-ink-3',
          )}
        >
          {done ? <Check className="size-3.5" /> : number}
        </span>
        <h3 className="text-base font-medium">
          <span className="sr-only">
            {t('overview.step', { number })}
            {done && ` (${t('building.step_status.done')})`}:{' '}
          </span>
          {title}
        </h3>
      </div>
      <p className="text-sm text-ink-2">{help}</p>
      {current && <div className="mt-1">{children}</div>}
    </li>
  )
}

function PasteWebsite() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [url, setUrl] = useState('')
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ to: '/agents/new', search: url.trim() ? { url: url.trim() } : {} })
      }}
    >
      <Input
        aria-label={t('create.url')}
        value={url}
        onChange={(event) => setUrl(event.target.value)}
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="https://example.com"
        maxLength={400}
      />
      <Button type="submit" look="primary" size="large" aria-label={t('agents.create_from_website')}>
        <Globe aria-hidden />
      </Button>
    </form>
  )
}
