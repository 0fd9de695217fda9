import { Building2 } from 'lucide-react'

/** Vendors people sign in with, by their names. */
export const vendorNames = { google: 'Google', github: 'GitHub', microsoft: 'Microsoft' } as const
export type VendorName = keyof typeof vendorNames

/** A vendor by its initial, or a house for the single sign-on of an organisation. */
export function VendorMark({ vendor }: { vendor: VendorName | undefined }) {
  if (!vendor) return <Building2 aria-hidden />
  return (
    <span aria-hidden className="flex size-5 items-center justify-center rounded-xs border text-xs font-semibold">
      {vendorNames[vendor][0]}
    </span>
  )
}
