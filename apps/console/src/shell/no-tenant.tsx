import { useMutation } from '@tanstack/react-query'
import { Building2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { meQuery } from '#api/me.ts'
import type { Me } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/states.tsx'
import { CreateTenant } from './tenant-menu.tsx'

/** For a person in no organisation: choose one, or make one. */
export function NoTenant({ me }: { me: Me }) {
  const { t } = useTranslation()
  const [creating, setCreating] = useState(false)
  const change = useMutation({
    mutationFn: (tenantId: string) => api.identity.switchTenant({ tenantId }),
    onSuccess: (next) => queryClient.setQueryData(meQuery.queryKey, next),
  })
  return (
    <main className="grid h-dvh place-content-center">
      <Empty first icon={Building2} title={t('shell.no_organisation')} body={t('shell.no_organisation_help')}>
        {me.memberships.map((it) => (
          <Button key={it.tenant.id} onClick={() => change.mutate(it.tenant.id)}>
            {it.tenant.name}
          </Button>
        ))}
        <Button look="primary" onClick={() => setCreating(true)}>
          {t('shell.create_organisation')}
        </Button>
      </Empty>
      {creating && <CreateTenant onClose={() => setCreating(false)} onCreated={(tenantId) => change.mutate(tenantId)} />}
    </main>
  )
}
