import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'

type Checked = { method: string; path: string; query: string; contentType: string; body: string }
type Validator = ((answer: unknown) => boolean) & { errors?: { instancePath: string; message?: string }[] | null }
type Description = { json: { compile(schema: unknown): Validator } }
type Checker = { load(file: string): Description; check(spec: Description, request: Checked): string[] }

const folder = process.env.MYNA_VENDOR_SPECS ?? ''
const checker = `${folder}/tools/check-request.mjs`

/**
 * A vendor's own API description, by its path below the folder `MYNA_VENDOR_SPECS`, packed by gzip or not; tests that need it skip where it is absent. `wrongs` lists what is
 * wrong with a request, `wrongsOfAnswer` with an answer of a named shape; nothing when it is as described.
 */
export function vendorSpec(file: string) {
  const path = `${folder}/${file}`
  const read = async () => {
    const { load, check } = (await import(pathToFileURL(checker).href)) as Checker
    return { check, spec: load(path.endsWith('.gz') ? unpacked(path) : path) }
  }
  let kept: ReturnType<typeof read> | undefined
  return {
    absent: folder === '' || !existsSync(checker) || !existsSync(path),
    async wrongs(request: { method: string; url: URL; headers: { 'content-type'?: string | undefined }; body: string }, from = ''): Promise<string[]> {
      const { spec, check } = await (kept ??= read())
      const { method, url, headers, body } = request
      return check(spec, {
        method,
        path: url.pathname.slice(from.length),
        query: url.search.slice(1),
        contentType: headers['content-type'] ?? '',
        body,
      })
    },
    async wrongsOfAnswer(shape: string, answer: unknown): Promise<string[]> {
      const validate = (await (kept ??= read())).spec.json.compile({ $ref: `doc#/components/schemas/${shape}` })
      return validate(answer) ? [] : (validate.errors ?? []).map((it) => `${it.instancePath} ${it.message}`)
    },
  }
}

function unpacked(path: string): string {
  const plain = join(mkdtempSync(join(tmpdir(), 'myna-spec-')), 'spec.json')
  writeFileSync(plain, gunzipSync(readFileSync(path)))
  return plain
}
