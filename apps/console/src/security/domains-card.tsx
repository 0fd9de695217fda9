import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { DomainClaim } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Field, Input, Select } from '#ui/field.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { moment } from '#words/figures.ts'
import { CopyLine } from './copy-line.tsx'
import { Row } from './row.tsx'
import { askSecurityAnew, domainsQuery } from './security-queries.ts'

const mailboxes = ['admin', 'administrator', 'hostmaster', 'postmaster', 'webmaster'] as const

/** Domains of the organisation and how they are proven. */
export function DomainsCard() {
  const { t } = useTranslation()
  const domains = useQuery(domainsQuery)
  const form = useForm({
    initial: { domain: '' },
    check: (it) => (/^[^\s@/]+\.[^\s@/.]+$/.test(it.domain.trim()) ? {} : { domain: t('security.domain_wrong') }),
    send: (it) => api.identity.claimDomain({ domain: it.domain.trim() }),
    onDone: async () => {
      form.set({ domain: '' })
      await askSecurityAnew()
    },
    faultAt: { 'identity.domain_public': 'domain' },
  })
  return (
    <Card aria-label={t('security.domains')}>
      <CardHead title={t('security.domains')} help={t('security.domains_help')} />
      {domains.error && !domains.data ? (
        <Trouble fault={domains.error} onRetry={() => void domains.refetch()} className="!py-6" />
      ) : !domains.data ? (
        <SkeletonRows rows={1} />
      ) : (
        domains.data.length > 0 && (
          <ul className="divide-y border-t">
            {domains.data.map((it) => (
              <Domain key={it.domain} claim={it} />
            ))}
          </ul>
        )
      )}
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3 border-t px-5 py-4">
        <div className="flex flex-wrap items-start gap-2">
          <Field label={t('security.domain')} error={form.errors.domain} className="min-w-48 flex-1">
            {(named) => <Input {...named} {...form.bind('domain')} placeholder="example.com" autoCapitalize="none" spellCheck={false} maxLength={253} />}
          </Field>
          <Button type="submit" busy={form.busy} className="mt-6.5 h-9 coarse:h-11">
            {t('security.domain_claim')}
          </Button>
        </div>
        <FormTrouble trouble={form.general} />
      </form>
    </Card>
  )
}

function Domain({ claim }: { claim: DomainClaim }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [releasing, setReleasing] = useState(false)
  const release = useMutation({
    mutationFn: () => api.identity.releaseDomain({ domain: claim.domain }),
    onSuccess: async () => {
      setReleasing(false)
      tell(t('security.domain_released', { domain: claim.domain }))
      await askSecurityAnew()
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <>
      <Row
        title={claim.domain}
        badge={<Badge tone={claim.verified ? 'ok' : 'warn'}>{t(claim.verified ? 'security.domain_proven' : 'security.domain_open')}</Badge>}
        line={claim.verifiedAt && t('security.since', { time: moment(claim.verifiedAt) })}
        act={
          <Button onClick={() => setReleasing(true)} aria-label={`${t('security.domain_release')}: ${claim.domain}`}>
            {t('security.domain_release')}
          </Button>
        }
      />
      {!claim.verified && (
        <li className="grid gap-4 px-5 py-4">
          <Prove claim={claim} />
        </li>
      )}
      {releasing && (
        <Confirm
          open
          onOpenChange={setReleasing}
          title={t('security.domain_release_title', { domain: claim.domain })}
          description={t('security.domain_release_help')}
          action={t('security.domain_release')}
          busy={release.isPending}
          onConfirm={() => release.mutate()}
        />
      )}
    </>
  )
}

function Prove({ claim }: { claim: DomainClaim }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [mailbox, setMailbox] = useState<(typeof mailboxes)[number]>('postmaster')
  const [mailed, setMailed] = useState(false)
  const [code, setCode] = useState('')
  const done = async () => {
    tell(t('security.domain_is_proven', { domain: claim.domain }))
    await askSecurityAnew()
  }
  const check = useMutation({
    mutationFn: (mailedCode?: string) => api.identity.verifyDomain({ domain: claim.domain, ...(mailedCode && { code: mailedCode }) }),
    onSuccess: done,
  })
  const mail = useMutation({ mutationFn: () => api.identity.sendDomainMail({ domain: claim.domain, mailbox }), onSuccess: () => setMailed(true) })
  const fault = check.error ?? mail.error
  return (
    <>
      <p className="text-sm text-ink-2">{t('security.domain_dns')}</p>
      <CopyLine label={t('security.dns_name')} value={claim.dnsName} />
      <CopyLine label={t('security.dns_value')} value={claim.dnsValue} />
      <div>
        <Button look="primary" busy={check.isPending} onClick={() => check.mutate(undefined)}>
          {t('security.domain_check')}
        </Button>
      </div>
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t('security.domain_mail')} help={`${mailbox}@${claim.domain}`} className="min-w-40">
          {(named) => (
            <Select {...named} value={mailbox} onChange={(event) => setMailbox(mailboxes.find((it) => it === event.target.value) ?? 'postmaster')}>
              {mailboxes.map((it) => (
                <option key={it}>{it}</option>
              ))}
            </Select>
          )}
        </Field>
        <Button busy={mail.isPending} onClick={() => mail.mutate()} className="mb-5.5 h-9 coarse:h-11">
          {t('security.domain_send')}
        </Button>
      </div>
      {mailed && (
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (code.trim() && !check.isPending) check.mutate(code.trim())
          }}
        >
          <Field label={t('security.domain_code')} className="min-w-40">
            {(named) => <Input {...named} value={code} maxLength={40} autoFocus onChange={(event) => setCode(event.target.value)} />}
          </Field>
          <Button type="submit" busy={check.isPending} className="h-9">
            {t('security.domain_check_code')}
          </Button>
        </form>
      )}
      <FormTrouble trouble={fault ? words(fault) : undefined} />
    </>
  )
}
