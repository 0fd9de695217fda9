import { z } from 'zod'
import { Id, Moment } from './page.ts'
import { Revision } from './revision.ts'

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
    kind: z.enum(['website', 'document']),
    url: z.string().describe('Of a document: `document:` and its file name.'),
    status: z.enum(['new', 'reading', 'read', 'failed']),
    fault: z.string().nullable().describe('Code of what went wrong with the last reading.'),
    pageCount: z.number().int(),
    leftOut: z.number().int().describe('Pages or rows of a document beyond what is read.'),
    readAt: Moment.nullable(),
    createdAt: Moment,
  })
  .meta({ id: 'Source', description: 'A website or document that knowledge comes from.' })

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

export const StoredItem = Item.extend({
  revision: Revision.describe('Which state this is; another one after every change, by people or by reading its source again.'),
}).meta({
  id: 'StoredItem',
  description: 'One piece of knowledge as it is kept.',
})
export type StoredItem = z.infer<typeof StoredItem>

export const Conflict = z
  .object({
    id: Id,
    baseId: Id,
    label: z.string().describe('What the items disagree about.'),
    items: z.array(StoredItem),
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
