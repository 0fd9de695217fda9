import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryClient, api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay, useMe } from '#api/me.ts'
import { BrandMark } from '#ui/brand-mark.tsx'
import { Button } from '#ui/button.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { Skeleton, Trouble } from '#ui/states.tsx'
import { tell } from '#ui/toast.tsx'
import { BrandDomain } from './brand-domain.tsx'
import { BrandForm } from './brand-form.tsx'
import { brandQuery, type StoredBrand } from './brand-query.ts'
import { sendLogo } from './send-logo.ts'

/** How the organisation looks: logo, name, sender and colours. */
export function BrandCard() {
  const { key, stored } = useStoredBrand()
  const [ours, setOurs] = useState<number>()
  if (stored.error && !stored.data) return <Trouble fault={stored.error} onRetry={() => void stored.refetch()} />
  if (!stored.data || stored.isPlaceholderData) return <Skeleton className="h-96" />
  const keepStored = (next: StoredBrand) => {
    setOurs(next.revision)
    queryClient.setQueryData(key, next)
    void queryClient.invalidateQueries({ queryKey: key })
  }
  return (
    <>
      <LogoCard stored={stored.data} onStored={keepStored} />
      <BrandForm stored={stored.data} ours={ours} onStored={keepStored} />
      <BrandDomain key={stored.data.domains.join()} stored={stored.data} onStored={keepStored} />
    </>
  )
}

function useStoredBrand() {
  const query = brandQuery(useMe().tenant?.id)
  return { key: query.queryKey, stored: useQuery(query) }
}

function LogoCard({ stored, onStored }: { stored: StoredBrand; onStored: (stored: StoredBrand) => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const mayWrite = useMay('workspace:write')
  const input = useRef<HTMLInputElement>(null)
  const change = useMutation({
    mutationFn: (file: File | undefined) => (file ? sendLogo(file) : api.workspace.removeBrandLogo({})),
    onSuccess: (next, file) => {
      onStored(next)
      tell(t(file ? 'brand.logo_set' : 'brand.logo_removed'))
    },
  })
  return (
    <Card>
      <CardHead title={t('brand.logo')} help={t('brand.logo_help')} />
      <div className="flex flex-wrap items-center gap-4 px-5 pb-5">
        <span className="flex size-16 shrink-0 items-center justify-center rounded-md border bg-canvas">
          <BrandMark className="size-12" />
        </span>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => input.current?.click()} busy={change.isPending} disabled={!mayWrite}>
            {t(stored.logo ? 'brand.logo_change' : 'brand.logo_choose')}
          </Button>
          {stored.logo && (
            <Button look="ghost" onClick={() => change.mutate(undefined)} disabled={!mayWrite}>
              {t('brand.logo_remove')}
            </Button>
          )}
        </div>
        <input
          ref={input}
          type="file"
          hidden
          accept=".png,.svg,image/png,image/svg+xml"
          aria-label={t('brand.logo_choose')}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) change.mutate(file)
            // The same file may be chosen again once it has been put right.
            event.target.value = ''
          }}
        />
        {change.error && (
          <p role="alert" className="w-full text-sm text-bad">
            {words(change.error).sentence}
          </p>
        )}
      </div>
    </Card>
  )
}
