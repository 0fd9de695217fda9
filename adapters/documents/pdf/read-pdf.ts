import { parentPort, workerData } from 'node:worker_threads'
import { getDocumentProxy } from 'unpdf'
import { bodyHeight, layOut, type Run } from '#lay-out.ts'

/** What the worker says: a page as HTML, the end, or what keeps it from reading. */
export type Said =
  | { type: 'page'; html: string }
  | { type: 'end'; pages: number; read: number }
  | { type: 'trouble'; trouble: 'encrypted' | 'corrupt' | 'no_text'; message: string }

type Given = { bytes: Uint8Array; maxPages: number }

const say = (it: Said) => parentPort?.postMessage(it)

if (parentPort)
  await read(workerData as Given).catch((error: Error) =>
    say({ type: 'trouble', trouble: error.name === 'PasswordException' ? 'encrypted' : 'corrupt', message: error.name }),
  )

async function read({ bytes, maxPages }: Given): Promise<void> {
  const document = await getDocumentProxy(bytes, { useSystemFonts: false, verbosity: 0 })
  const pages = Math.min(document.numPages, maxPages)
  let body: number | undefined
  let letters = 0
  for (let number = 1; number <= pages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const runs: Run[] = items.flatMap((item) =>
      'str' in item
        ? [
            {
              text: item.str,
              x: item.transform[4],
              y: item.transform[5],
              width: item.width,
              height: item.height || Math.hypot(item.transform[2], item.transform[3]),
            },
          ]
        : [],
    )
    if (runs.some((run) => run.text.trim() !== '')) {
      body ??= bodyHeight(runs)
      letters += runs.reduce((sum, run) => sum + run.text.trim().length, 0)
      say({ type: 'page', html: layOut(runs, body) })
    }
    page.cleanup()
  }
  if (letters < 10) say({ type: 'trouble', trouble: 'no_text', message: `${document.numPages} pages without text` })
  else say({ type: 'end', pages: document.numPages, read: pages })
}
