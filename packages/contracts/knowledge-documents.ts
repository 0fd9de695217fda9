import { z } from 'zod'
import { Source } from './knowledge-shapes.ts'
import { upload } from './operation.ts'
import { Id } from './page.ts'

/** Files as a source of knowledge. */
export const documents = {
  uploadDocument: upload({
    http: 'POST /knowledge/bases/{baseId}/documents',
    summary: 'Read a PDF, DOCX, XLSX, CSV, TXT, MD or HTML file into knowledge; one of the same name takes its place',
    access: 'knowledge:write',
    input: z.object({ baseId: Id, fileName: z.string().trim().min(1).max(200) }),
    output: Source,
    maxBytes: 200_000_000,
    faults: [
      'knowledge.base_not_found',
      'knowledge.source_busy',
      'knowledge.document_not_supported',
      'knowledge.document_encrypted',
      'knowledge.document_corrupt',
      'knowledge.document_too_large',
      'knowledge.document_no_text',
    ],
  }),
}
