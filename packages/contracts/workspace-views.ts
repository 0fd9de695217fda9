import { z } from 'zod'
import { operation } from './operation.ts'
import { Id } from './page.ts'

/** How many views of one list a person keeps. */
export const maxViews = 30

const ListName = z
  .string()
  .regex(/^[a-z-]{1,40}$/)
  .describe('The list it is of, as the console calls it, such as `calls`.')

export const View = z
  .object({
    id: Id,
    list: ListName,
    name: z.string().trim().min(1).max(60),
    search: z.record(z.string().max(40), z.string().max(400)).describe('Filters and order, as they stand in the address of the page.'),
    isDefault: z.boolean().describe('Whether the list opens with it.'),
  })
  .meta({ id: 'View', description: 'Filters and order of a list that a person keeps under a name.' })
export type View = z.infer<typeof View>

/** Saved views: each person has their own. */
export const viewOperations = {
  listViews: operation({
    http: 'GET /workspace/views',
    summary: 'List your saved views, by name',
    access: 'member',
    input: z.object({ list: ListName.optional() }),
    output: z.object({ items: z.array(View) }),
  }),
  saveView: operation({
    http: 'PUT /workspace/views',
    summary: 'Save a view, or change the one of this id; a deleted one comes back under its id. A list has one default at the most',
    access: 'member',
    input: z.object({
      id: Id.optional(),
      list: ListName,
      name: View.shape.name,
      search: View.shape.search.refine((it) => Object.keys(it).length <= 20, 'At most 20 filters.'),
      isDefault: z.boolean().default(false),
    }),
    output: View,
    faults: ['workspace.view_name_taken', 'workspace.too_many_views', 'workspace.view_not_found'],
  }),
  deleteView: operation({
    http: 'DELETE /workspace/views/{viewId}',
    summary: 'Delete one of your views',
    access: 'member',
    input: z.object({ viewId: Id }),
    output: z.object({}),
    faults: ['workspace.view_not_found'],
  }),
}
