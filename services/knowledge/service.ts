import { knowledge as contract } from '@myna/contracts/knowledge'
import { defineService } from '@myna/kernel'
import { needs, type Ports } from '#context.ts'
import { embedItems } from '#jobs/embed-items.ts'
import { forgetRemoved } from '#jobs/forget-removed.ts'
import { addItem } from '#operations/add-item.ts'
import { addSource } from '#operations/add-source.ts'
import { approveItem } from '#operations/approve-item.ts'
import { crawlSource } from '#operations/crawl-source.ts'
import { createBase } from '#operations/create-base.ts'
import { deleteBase } from '#operations/delete-base.ts'
import { deleteItem } from '#operations/delete-item.ts'
import { deleteSource } from '#operations/delete-source.ts'
import { editItem } from '#operations/edit-item.ts'
import { extractSource } from '#operations/extract-source.ts'
import { getBase } from '#operations/get-base.ts'
import { getItem } from '#operations/get-item.ts'
import { getSource } from '#operations/get-source.ts'
import { listConflicts } from '#operations/list-conflicts.ts'
import { listItems } from '#operations/list-items.ts'
import { listPages } from '#operations/list-pages.ts'
import { listSources } from '#operations/list-sources.ts'
import { restoreItem } from '#operations/restore-item.ts'
import { searchItems } from '#operations/search-items.ts'
import { settleConflict } from '#operations/settle-conflict.ts'
import { uploadDocument } from '#operations/upload-document.ts'
import type { Tables } from '#store/tables.ts'

/** What businesses know, where it was read, and how it is found again. */
export const knowledge = defineService<typeof contract, typeof needs, Tables, Ports>({
  name: 'knowledge',
  contract,
  needs,
  operations: {
    createBase,
    getBase,
    deleteBase,
    addSource,
    listSources,
    getSource,
    deleteSource,
    crawlSource,
    extractSource,
    listPages,
    listItems,
    getItem,
    addItem,
    editItem,
    approveItem,
    deleteItem,
    restoreItem,
    listConflicts,
    settleConflict,
    searchItems,
    uploadDocument,
  },
  jobs: { embedItems, forgetRemoved },
  migrations: new URL('./migrations/', import.meta.url),
})
