import { z } from 'zod'
import { event } from './event.ts'
import { CrawlProgress, ExtractProgress } from './knowledge-progress.ts'
import { documents } from './knowledge-documents.ts'
import { Base, Category, Conflict, Hit, Item, Page, Source, StoredItem } from './knowledge-shapes.ts'
import { operation, stream } from './operation.ts'
import { Id, Language, PageInput, pageOf } from './page.ts'
import { SeenRevision } from './revision.ts'

const WrittenItem = z.object({
  category: Category,
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(8000),
  kind: z.enum(['passage', 'question']).default('passage').describe('`question`: the title is a question and the text its answer.'),
})

export { Base, Category, categories, Conflict, Hit, Item, Page, Source, StoredItem } from './knowledge-shapes.ts'

/** What businesses know, where it was read, and how it is found again. */
export const knowledge = {
  ...documents,

  createBase: operation({
    http: 'POST /knowledge/bases',
    summary: 'Create a knowledge base',
    access: 'knowledge:write',
    input: z.object({ name: z.string().trim().min(1).max(120) }),
    output: Base,
  }),
  getBase: operation({
    http: 'GET /knowledge/bases/{baseId}',
    cache: { maxAgeMs: 0, staleIfErrorMs: 600_000, sharedInTenant: true },
    summary: 'Read a knowledge base with its counts',
    access: 'knowledge:read',
    input: z.object({ baseId: Id }),
    output: Base,
    faults: ['knowledge.base_not_found'],
  }),
  deleteBase: operation({
    http: 'DELETE /knowledge/bases/{baseId}',
    summary: 'Delete a knowledge base with all its knowledge',
    access: 'knowledge:write',
    input: z.object({ baseId: Id }),
    output: z.object({}),
    faults: ['knowledge.base_not_found'],
  }),

  addSource: operation({
    http: 'POST /knowledge/bases/{baseId}/sources',
    summary: 'Add a website to read',
    access: 'knowledge:write',
    input: z.object({ baseId: Id, url: z.string().trim().min(1).max(2000) }),
    output: Source,
    faults: ['knowledge.base_not_found', 'knowledge.address_unusable', 'knowledge.address_private', 'knowledge.source_taken'],
  }),
  listSources: operation({
    http: 'GET /knowledge/bases/{baseId}/sources',
    summary: 'List the websites of a base',
    access: 'knowledge:read',
    input: z.object({ baseId: Id, ...PageInput }),
    output: pageOf(Source),
    faults: ['knowledge.base_not_found'],
  }),
  getSource: operation({
    http: 'GET /knowledge/sources/{sourceId}',
    summary: 'Read a source',
    access: 'knowledge:read',
    input: z.object({ sourceId: Id }),
    output: Source,
    faults: ['knowledge.source_not_found'],
  }),
  deleteSource: operation({
    http: 'DELETE /knowledge/sources/{sourceId}',
    summary: 'Delete a source and what only it said',
    access: 'knowledge:write',
    input: z.object({ sourceId: Id }),
    output: z.object({}),
    faults: ['knowledge.source_not_found'],
  }),
  crawlSource: stream({
    http: 'POST /knowledge/sources/{sourceId}/crawl',
    summary: 'Read the website; pages read before are asked for again only if they changed, so a broken-off reading resumes',
    access: 'knowledge:write',
    input: z.object({
      sourceId: Id,
      maxPages: z.coerce.number().int().min(1).max(500).default(50),
      maxMs: z.coerce.number().int().min(1000).max(600_000).default(30_000),
    }),
    output: CrawlProgress,
    faults: [
      'knowledge.source_not_found',
      'knowledge.source_busy',
      'knowledge.address_private',
      'knowledge.site_unreachable',
      'knowledge.site_not_found',
      'knowledge.site_refused',
      'knowledge.site_disallows',
      'knowledge.site_redirects',
      'knowledge.site_empty',
      'knowledge.site_needs_script',
      'knowledge.site_not_text',
      'knowledge.site_too_large',
    ],
  }),
  extractSource: stream({
    http: 'POST /knowledge/sources/{sourceId}/extract',
    summary: 'Turn the pages read into knowledge, keeping what people edited',
    access: 'knowledge:write',
    input: z.object({ sourceId: Id }),
    output: ExtractProgress,
    faults: ['knowledge.source_not_found', 'knowledge.site_empty'],
  }),
  listPages: operation({
    http: 'GET /knowledge/sources/{sourceId}/pages',
    summary: 'List the pages of a source',
    access: 'knowledge:read',
    input: z.object({ sourceId: Id, ...PageInput }),
    output: pageOf(Page),
    faults: ['knowledge.source_not_found'],
  }),

  listItems: operation({
    http: 'GET /knowledge/bases/{baseId}/items',
    cache: { maxAgeMs: 0, staleIfErrorMs: 600_000, sharedInTenant: true },
    summary: 'List knowledge, by category and search words',
    access: 'knowledge:read',
    input: z.object({ baseId: Id, category: Category.optional(), state: Item.shape.state.optional(), q: z.string().max(200).optional(), ...PageInput }),
    output: pageOf(StoredItem),
    faults: ['knowledge.base_not_found'],
  }),
  getItem: operation({
    http: 'GET /knowledge/items/{itemId}',
    cache: { maxAgeMs: 0, staleIfErrorMs: 600_000, sharedInTenant: true },
    summary: 'Read one piece of knowledge',
    access: 'knowledge:read',
    input: z.object({ itemId: Id }),
    output: StoredItem,
    faults: ['knowledge.item_not_found'],
  }),
  addItem: operation({
    http: 'POST /knowledge/bases/{baseId}/items',
    summary: 'Write a piece of knowledge by hand',
    access: 'knowledge:write',
    input: z.object({ baseId: Id, ...WrittenItem.shape }),
    output: StoredItem,
    faults: ['knowledge.base_not_found'],
  }),
  editItem: operation({
    http: 'PATCH /knowledge/items/{itemId}',
    summary: 'Change a piece of knowledge; the words it came from are kept',
    access: 'knowledge:write',
    input: z.object({ itemId: Id, ...WrittenItem.omit({ kind: true }).partial().shape, revision: SeenRevision }),
    output: StoredItem,
    faults: ['knowledge.item_not_found', 'workspace.changed_meanwhile'],
  }),
  approveItem: operation({
    http: 'POST /knowledge/items/{itemId}/approval',
    summary: 'Approve or reject a piece of knowledge; a rejected one is never said',
    access: 'knowledge:write',
    input: z.object({ itemId: Id, approved: z.boolean() }),
    output: StoredItem,
    faults: ['knowledge.item_not_found'],
  }),
  deleteItem: operation({
    http: 'DELETE /knowledge/items/{itemId}',
    summary: 'Delete a piece of knowledge: nothing finds or says it any more, and for 24 hours it can be restored',
    access: 'knowledge:write',
    input: z.object({ itemId: Id }),
    output: z.object({}),
    faults: ['knowledge.item_not_found'],
  }),
  restoreItem: operation({
    http: 'POST /knowledge/items/{itemId}/restoration',
    summary: 'Bring back a piece of knowledge deleted in the last 24 hours, as it was',
    access: 'knowledge:write',
    input: z.object({ itemId: Id }),
    output: StoredItem,
    faults: ['knowledge.item_not_found'],
  }),

  listConflicts: operation({
    http: 'GET /knowledge/bases/{baseId}/conflicts',
    summary: 'List items that contradict each other',
    access: 'knowledge:read',
    input: z.object({ baseId: Id, ...PageInput }),
    output: pageOf(Conflict),
    faults: ['knowledge.base_not_found'],
  }),
  settleConflict: operation({
    http: 'POST /knowledge/conflicts/{conflictId}/settlement',
    summary: 'Settle a conflict: keep one item and reject the others',
    access: 'knowledge:write',
    input: z.object({ conflictId: Id, keepItemId: Id }),
    output: Conflict,
    faults: ['knowledge.conflict_not_found', 'knowledge.item_not_found'],
  }),

  searchItems: operation({
    http: 'POST /knowledge/bases/{baseId}/search',
    summary: 'Find the items nearest to a question, in any of the languages',
    access: 'knowledge:read',
    input: z.object({ baseId: Id, question: z.string().max(10_000), language: Language.optional(), limit: z.number().int().min(1).max(50).default(12) }),
    output: z.object({ hits: z.array(Hit), passages: z.number().int().describe('Items searched.') }),
    faults: ['knowledge.base_not_found'],
  }),
}

export const knowledgeEvents = {
  sourceRead: event({
    name: 'source.read',
    summary: 'A website was read and its knowledge is in place.',
    data: z.object({ sourceId: Id, baseId: Id, pages: z.number().int(), items: z.number().int() }),
  }),
}
