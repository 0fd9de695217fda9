import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrandFace } from '@myna/contracts/workspace-brand'

type File = { type: string; body: string } | { redirect: string }

const mark = '/favicon.svg'
/** Colours of the mark of a brand that chose none. */
const plain = { main: '#1b1b1f', ink: '#ffffff' }

/** A file of the console as a brand has it: its page, its manifest and its marks; undefined for one that is the same for all. */
export async function brandedFile(consoleFolder: string, path: string, face: BrandFace): Promise<File | undefined> {
  if (path === 'index.html') return { type: 'text/html; charset=utf-8', body: brandedPage(await readFile(join(consoleFolder, path), 'utf8'), face) }
  if (path === 'manifest.json')
    return { type: 'application/json; charset=utf-8', body: brandedManifest(await readFile(join(consoleFolder, path), 'utf8'), face) }
  if (!/^(?:favicon\.svg|icon-\w+\.png)$/.test(path)) return undefined
  return face.logo ? { redirect: logoOf(face)! } : { type: 'image/svg+xml', body: letterMark(face) }
}

/** The page says whose it is before anything else is asked for; the console wears what stands in `<meta name="brand">`. */
function brandedPage(html: string, face: BrandFace): string {
  const look = JSON.stringify({ name: face.name, logo: logoOf(face), colours: face.colours })
  return html
    .replace(/<noscript>.*?<\/noscript>/s, '<noscript>This console needs JavaScript.</noscript>')
    .replace(/<link rel="apple-touch-icon"[^>]*>/, () => `<link rel="apple-touch-icon" href="${escaped(logoOf(face) ?? mark)}" />`)
    .replace(/<link rel="icon"[^>]*>/, () => `<link rel="icon" href="${escaped(logoOf(face) ?? mark)}" />`)
    .replaceAll('Myna', () => escaped(face.name))
    .replace('</title>', () => `</title>\n    <meta name="brand" content="${escaped(look)}" />`)
}

function brandedManifest(json: string, face: BrandFace): string {
  const { icons: _, ...rest } = JSON.parse(json) as { icons: unknown }
  const type = face.logo?.contentType ?? 'image/svg+xml'
  return JSON.stringify({ ...rest, name: face.name, short_name: face.name, icons: [{ src: logoOf(face) ?? mark, sizes: 'any', type, purpose: 'any' }] })
}

function logoOf({ logo }: BrandFace): string | undefined {
  return logo ? `/api/v1/workspace/brand-logos/${logo.hash}` : undefined
}

/** The first letter of the name in the colours of the brand. */
function letterMark({ name, colours }: BrandFace): string {
  const { main, ink } = colours?.light ?? plain
  const letter = [...new Intl.Segmenter().segment(name)][0]?.segment.toUpperCase() ?? ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="${main}"/><text x="32" y="33" fill="${ink}" font-family="system-ui,sans-serif" font-size="36" font-weight="600" text-anchor="middle" dominant-baseline="central">${escaped(letter)}</text></svg>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`)
}
