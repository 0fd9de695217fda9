import { z } from 'zod'
import { event } from './event.ts'
import { Domain } from './identity-single-sign-on.ts'
import { bytes, operation, upload } from './operation.ts'
import { Moment } from './page.ts'

const Colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'Six hexadecimal digits after #, such as #414fd2.')
  .toLowerCase()

export const BrandColours = z
  .object({
    main: Colour.describe('Buttons, the focus ring and what is chosen.'),
    ink: Colour.describe('Words on the main colour.'),
    text: Colour.describe('Links and coloured words.'),
  })
  .meta({ id: 'BrandColours', description: 'The three colours of a brand in one theme.' })
export type BrandColours = z.infer<typeof BrandColours>

export const BrandThemes = z
  .object({ light: BrandColours, dark: BrandColours })
  .meta({ id: 'BrandThemes', description: 'The colours of a brand, light and dark.' })
export type BrandThemes = z.infer<typeof BrandThemes>

const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((it) => !/\p{Cc}/u.test(it), 'One line without control characters.')

export const Brand = z
  .object({
    name: oneLine(40).nullable().describe('Stands where the product names itself; null: Myna.'),
    senderName: oneLine(60).nullable().describe('Who mails say they are from; null: as the installation has it.'),
    colours: BrandThemes.nullable().describe('Null: those of Myna.'),
  })
  .meta({ id: 'Brand', description: 'How an organisation looks to its people.' })
export type Brand = z.infer<typeof Brand>

const BrandLogo = z.object({
  hash: z.string().describe('Changes when the logo does.'),
  contentType: z.enum(['image/png', 'image/svg+xml']),
  bytes: z.number().int(),
})

export const StoredBrand = z
  .object({
    brand: Brand,
    logo: BrandLogo.nullable(),
    domain: z.string().nullable().describe('Where the console wears the brand before anybody has signed in.'),
    domains: z.array(z.string()).describe('Verified domains of the organisation; the brand lives at one of them or below.'),
    revision: z.number().int(),
    updatedAt: Moment.nullable(),
  })
  .meta({ id: 'StoredBrand', description: 'The brand as it is kept.' })

export const ColourTrouble = z
  .object({
    theme: z.enum(['light', 'dark']),
    colour: z.enum(['main', 'ink', 'text']),
    against: z.enum(['canvas', 'surface', 'raised', 'sunken', 'hover', 'selected', 'main']).describe('The worst of what it meets.'),
    ratio: z.number(),
    needed: z.number().describe('WCAG 2.2 AA: 4.5 for words, 3 for what is not words.'),
    nearest: z.string().describe('The nearest colour that passes.'),
  })
  .meta({ id: 'ColourTrouble', description: 'A pair of colours that cannot be told apart well enough.' })
export type ColourTrouble = z.infer<typeof ColourTrouble>

export const BrandFace = z
  .object({
    name: z.string(),
    colours: BrandThemes.nullable(),
    logo: BrandLogo.pick({ hash: true, contentType: true }).nullable(),
  })
  .meta({ id: 'BrandFace', description: 'What anybody sees of a brand at its domain.' })
export type BrandFace = z.infer<typeof BrandFace>

/** What the workspace tells of brands. */
export const workspaceEvents = {
  brandChanged: event({
    name: 'brand.changed',
    summary: 'An organisation looks otherwise: name, sender, colours, logo or domain.',
    data: BrandFace.extend({ name: z.string().nullable(), senderName: z.string().nullable(), domain: z.string().nullable() }),
  }),
}

/** Brand of an organisation; part of the workspace contract. */
export const brandOperations = {
  getBrand: operation({
    http: 'GET /workspace/brand',
    cache: { maxAgeMs: 5_000, staleIfErrorMs: 600_000, sharedInTenant: true },
    summary: 'Read the brand of the organisation',
    access: 'member',
    input: z.object({}),
    output: StoredBrand,
  }),
  setBrand: operation({
    http: 'PUT /workspace/brand',
    summary: 'Set name, sender and colours; colours that cannot be read are refused',
    access: 'workspace:write',
    input: z.object({ brand: Brand, revision: z.number().int().optional() }),
    output: StoredBrand,
    faults: ['workspace.changed_meanwhile', 'workspace.brand_unreadable'],
  }),
  checkBrandColours: operation({
    http: 'POST /workspace/brand/check',
    summary: 'Try colours without setting them: which pairs fail, and the nearest colours that pass',
    access: 'member',
    input: z.object({ colours: BrandThemes }),
    output: z.object({ troubles: z.array(ColourTrouble), passing: BrandThemes }),
  }),
  setBrandLogo: upload({
    http: 'POST /workspace/brand/logo',
    summary: 'Set the logo: PNG or SVG, at most 256 KB; of an SVG only shapes are kept',
    access: 'workspace:write',
    input: z.object({}),
    output: StoredBrand,
    maxBytes: 262_144,
    faults: ['workspace.logo_not_supported', 'workspace.logo_too_large'],
  }),
  removeBrandLogo: operation({
    http: 'DELETE /workspace/brand/logo',
    summary: 'Remove the logo',
    access: 'workspace:write',
    input: z.object({}),
    output: StoredBrand,
  }),
  setBrandDomain: operation({
    http: 'PUT /workspace/brand/domain',
    summary: 'Set the domain at which the console wears the brand for everybody; null: none',
    access: 'workspace:write',
    input: z.object({ domain: Domain.nullable() }),
    output: StoredBrand,
    faults: ['workspace.domain_not_yours', 'workspace.domain_taken', 'workspace.brand_unnamed'],
  }),
  getBrandFace: operation({
    http: 'GET /workspace/brand-faces/{domain}',
    summary: 'Read the brand that is worn at a domain; null where it is that of the product',
    access: 'public',
    input: z.object({ domain: Domain }),
    output: z.object({ face: BrandFace.nullable() }),
  }),
  getFaceLogo: bytes({
    http: 'GET /workspace/brand-logos/{hash}',
    summary: 'Read the logo of a brand that is worn at a domain or in mails',
    access: 'public',
    input: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    contentType: 'image/png',
    faults: ['workspace.logo_absent'],
  }),
  getBrandLogo: bytes({
    http: 'GET /workspace/brand/logo',
    summary: 'Read the logo, as a file that nothing runs',
    access: 'member',
    input: z.object({ hash: z.string().max(64).optional().describe('Makes the address another one when the logo changes.') }),
    contentType: 'image/png',
    faults: ['workspace.logo_absent'],
  }),
}
