import type { Handle } from '#context.ts'
import { findItems } from '#search/find-items.ts'

/** Finds the items nearest to a question. */
export const searchItems: Handle<'searchItems'> = async ({ baseId, question, language, limit }, context) =>
  findItems(context, baseId, question, language, limit)
