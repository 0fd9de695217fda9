import { z } from 'zod'
import { event } from './event.ts'
import { CrawlProgress, ExtractProgress } from './knowledge-progress.ts'
import { operation, stream } from './operation.ts'
import { Id, Language, Moment, PageInput, pageOf } from './page.ts'

/** The 18 kinds of things a business knows about itself. */
export const categories = [
  'business_information',
  'products_services',
  'support_faq',
  'company_history',
  'policies',
  'processes_procedures',
  'events_news',
  'technical_specs',
  'pricing_billing',
  'inventory_stock',
  'legal_compliance',
  'partnerships',
  'marketing_promotions',
  'training_education',
  'quality_standards',
  'feedback_reviews',
  'emergency_contact',
  'custom_business_logic',
] as const
export const Category = z.enum(categories).meta({ id: 'Category', description: 'One of the 18 categories of business knowledge.' })
export type Category = z.infer<typeof Category>

export const Base = z
  .object({
    id: Id,
    name: z.string(),
    itemCount: z.number().int(),
    counts: z.record(z.string(), z.number().int()).describe('Items by category.'),
    conflictCount: z.number().int().describe('Conflicts nobody has settled yet.'),
    createdAt: Moment,
  })
  .meta({ id: 'KnowledgeBase', description: 'What one agent, or several, know.' })

export const Source = z
  .object({
    id: Id,
    baseId: Id,
    url: z.string(),
    status: z.enum(['new', 'reading', 'read', 'failed']),
    fault: z.string().nullable().describe('Code of what went wrong with the last reading.'),
    pageCount: z.number().int(),
    readAt: Moment.nullable(),
    createdAt: Moment,
  })
  .meta({ id: 'Source', description: 'A website that knowledge comes from.' })

export const Page = z
  .object({
    id: Id,
    sourceId: Id,
    url: z.string(),
    title: z.string(),
    language: z.string(),
    outcome: z.enum(['read', 'unchanged', 'skipped', 'failed']),
    reason: z.string().nullable().describe('Why it was skipped or failed, as a sentence.'),
    bytes: z.number().int(),
    fetchedAt: Moment,
  })
  .meta({ id: 'Page', description: 'One page of a source as last read.' })

export const Item = z
  .object({
    id: Id,
    baseId: Id,
    category: Category,
    title: z.string().describe('What it is about: a heading, a question, a label.'),
    text: z.string().describe('The knowledge in readable form; may be edited.'),
    kind: z.enum(['passage', 'fact', 'row', 'question']).describe('Running text, a labelled fact, a table row, or a question with its answer.'),
    label: z.string().nullable().describe('Of a fact: which one, such as `phone`, `email`, `address`, `opening_hours`, `founded`, `price`.'),
    value: z.string().nullable().describe('Of a fact: its value as on the page.'),
    language: z.string(),
    url: z.string().nullable().describe('The page it comes from; null when a person wrote it.'),
    quote: z.string().nullable().describe('The words on the page, letter for letter.'),
    confidence: z.number().min(0).max(1),
    state: z.enum(['found', 'approved', 'edited', 'written', 'rejected']),
    stale: z.boolean().describe('The page no longer says it.'),
    updatedAt: Moment,
  })
  .meta({ id: 'KnowledgeItem', description: 'One piece of knowledge with where it comes from.' })
export type Item = z.infer<typeof Item>

export const Conflict = z
  .object({
    id: Id,
    baseId: Id,
    label: z.string().describe('What the items disagree about.'),
    items: z.array(Item),
    settled: z.boolean(),
  })
  .meta({ id: 'Conflict', description: 'Items that contradict each other.' })

export const Hit = z
  .object({
    item: Item,
    score: z.number().describe('Higher is nearer; comparable within one answer only.'),
    before: z.string().nullable().describe('What stands right before it on its page.'),
    after: z.string().nullable().describe('What stands right after it on its page.'),
  })
  .meta({ id: 'Hit', description: 'An item found for a question.' })
export type Hit = z.infer<typeof Hit>

const WrittenItem = z.object({
  category: Category,
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(8000),
})

/** What businesses know, where it was read, and how it is found again. */
export const knowledge = {
  createBase: operation({
    http: 'POST /knowledge/bases',
    summary: 'Create a knowledge base',
    access: 'knowledge:write',
    input: z.object({ name: z.string().trim().min(1).max(120) }),
    output: Base,
  }),
  getBase: operation({
    http: 'GET /knowledge/bases/{baseId}',
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
    summary: 'List knowledge, by category and search words',
    access: 'knowledge:read',
    input: z.object({ baseId: Id, category: Category.optional(), state: Item.shape.state.optional(), q: z.string().max(200).optional(), ...PageInput }),
    output: pageOf(Item),
    faults: ['knowledge.base_not_found'],
  }),
  getItem: operation({
    http: 'GET /knowledge/items/{itemId}',
    summary: 'Read one piece of knowledge',
    access: 'knowledge:read',
    input: z.object({ itemId: Id }),
    output: Item,
    faults: ['knowledge.item_not_found'],
  }),
  addItem: operation({
    http: 'POST /knowledge/bases/{baseId}/items',
    summary: 'Write a piece of knowledge by hand',
    access: 'knowledge:write',
    input: z.object({ baseId: Id, ...WrittenItem.shape }),
    output: Item,
    faults: ['knowledge.base_not_found'],
  }),
  editItem: operation({
    http: 'PATCH /knowledge/items/{itemId}',
    summary: 'Change a piece of knowledge; the words it came from are kept',
    access: 'knowledge:write',
    input: z.object({ itemId: Id, ...WrittenItem.partial().shape }),
    output: Item,
    faults: ['knowledge.item_not_found'],
  }),
  approveItem: operation({
    http: 'POST /knowledge/items/{itemId}/approval',
    summary: 'Approve or reject a piece of knowledge; a rejected one is never said',
    access: 'knowledge:write',
    input: z.object({ itemId: Id, approved: z.boolean() }),
    output: Item,
    faults: ['knowledge.item_not_found'],
  }),
  deleteItem: operation({
    http: 'DELETE /knowledge/items/{itemId}',
    summary: 'Delete a piece of knowledge',
    access: 'knowledge:write',
    input: z.object({ itemId: Id }),
    output: z.object({}),
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
