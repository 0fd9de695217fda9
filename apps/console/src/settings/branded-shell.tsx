import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { meQuery } from '#api/me.ts'
import { Shell } from '#shell/shell.tsx'
import { isHome, wearBrand } from '#ui/brand-look.ts'
import { nameProduct } from '#words/language.ts'
import { brandQuery, lookOf } from './brand-query.ts'

/** The shell in the brand of the organisation one works in; whoever leaves it leaves the brand. */
export function BrandedShell() {
  const { data: me } = useQuery(meQuery)
  const { data: stored } = useQuery(brandQuery(me?.tenant?.id))
  useEffect(() => {
    // At the domain of a brand no other is seen.
    if (isHome()) return
    wearBrand(stored && lookOf(stored))
    nameProduct(stored?.brand.name ?? undefined)
  }, [stored])
  useEffect(
    () => () => {
      wearBrand(undefined)
      nameProduct(undefined)
    },
    [],
  )
  return <Shell />
}
