import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

type Checked = { method: string; path: string; query: string; contentType: string; body: string }
type Checker = { load(file: string): unknown; check(spec: unknown, request: Checked): string[] }

const folder = process.env.MYNA_VENDOR_SPECS ?? ''
const checker = `${folder}/tools/check-request.mjs`

/**
 * A vendor's own API description, by its path below the folder `MYNA_VENDOR_SPECS`; tests that need it skip where it is absent. `wrongs` lists what is wrong with a request,
 * nothing when it is as described.
 */
export function vendorSpec(file: string) {
  const path = `${folder}/${file}`
  return {
    absent: folder === '' || !existsSync(checker) || !existsSync(path),
    async wrongs(request: { method: string; url: URL; headers: { 'content-type'?: string | undefined }; body: string }, from = ''): Promise<string[]> {
      const { load, check } = (await import(pathToFileURL(checker).href)) as Checker
      const { method, url, headers, body } = request
      return check(load(path), { method, path: url.pathname.slice(from.length), query: url.search.slice(1), contentType: headers['content-type'] ?? '', body })
    },
  }
}
