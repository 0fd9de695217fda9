import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { begunFlow } from '#account/begun-flow.ts'
import { VendorMark, type VendorName, vendorNames } from '#account/vendor-mark.tsx'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { moment } from '#words/figures.ts'
import { ProofDialog } from './proof-dialog.tsx'
import { Row } from './row.tsx'
import { accountsQuery, askSecurityAnew } from './security-queries.ts'

type Linked = { id: string; vendor: string; name: string }

/** Accounts elsewhere that sign the person in; absent where no vendor is set up and none is linked. */
export function AccountsCard() {
  const { t } = useTranslation()
  const words = useFaultWords()
  const accounts = useQuery(accountsQuery)
  const ways = useQuery({ queryKey: ['ways', ''], queryFn: () => api.identity.listSignInWays({}), staleTime: 300_000 })
  const [linking, setLinking] = useState<VendorName>()
  const [unlinking, setUnlinking] = useState<Linked>()
  const unlink = useMutation({
    mutationFn: (it: Linked) => api.identity.unlinkExternalAccount({ accountId: it.id }),
    onSuccess: async (_, it) => {
      setUnlinking(undefined)
      tell(t('security.unlinked', { name: it.name }))
      await askSecurityAnew()
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  const linked = accounts.data?.items ?? []
  const vendors = ways.data?.vendors ?? []
  const nameOf = (vendor: string) => Object.entries(vendorNames).find(([it]) => it === vendor)?.[1] ?? t('security.sso')
  const free = vendors.filter((it) => !linked.some((one) => one.vendor === it))
  if (linked.length === 0 && free.length === 0) return null
  return (
    <Card aria-label={t('security.accounts')}>
      <CardHead title={t('security.accounts')} help={t('security.accounts_help')} />
      <ul className="divide-y border-t">
        {linked.map((it) => (
          <Row
            key={it.id}
            icon={<VendorMark vendor={vendors.find((known) => known === it.vendor)} />}
            title={nameOf(it.vendor)}
            line={[it.email ?? it.name, t('security.added', { time: moment(it.linkedAt) })].filter(Boolean).join(' · ')}
            act={<Button onClick={() => setUnlinking({ id: it.id, vendor: it.vendor, name: nameOf(it.vendor) })}>{t('security.unlink')}</Button>}
          />
        ))}
        {free.map((it) => (
          <Row
            key={it}
            icon={<VendorMark vendor={it} />}
            title={vendorNames[it]}
            line={t('security.not_linked')}
            act={<Button onClick={() => setLinking(it)}>{t('security.link')}</Button>}
          />
        ))}
      </ul>
      {linking && (
        <ProofDialog
          title={t('security.link_title', { name: vendorNames[linking] })}
          description={t('security.link_help')}
          action={t('security.go_on')}
          send={(proof) => api.identity.beginLink({ vendor: linking, returnTo: '/security', ...proof })}
          onDone={({ url, flow }) => {
            begunFlow.keep({ flow, from: '/security' })
            location.assign(url)
          }}
          onClose={() => setLinking(undefined)}
        />
      )}
      {unlinking && (
        <Confirm
          open
          onOpenChange={() => setUnlinking(undefined)}
          title={t('security.unlink_title', { name: unlinking.name })}
          description={t('security.unlink_help')}
          action={t('security.unlink')}
          busy={unlink.isPending}
          onConfirm={() => unlink.mutate(unlinking)}
        />
      )}
    </Card>
  )
}
