import { createHouse, createLog, createVault, openDatabase } from '@myna/kernel'
import { notesContract, notesService } from './notes.ts'

/** A house with the notes in it, as a process of the product makes one; its jobs and events are not started, for nothing here uses them. */
export async function openNotesHouse() {
  const secret = new Uint8Array(32).fill(1)
  const log = createLog({ level: 'warn' })
  const database = await openDatabase({ log })
  const house = await createHouse({
    services: [notesService],
    contracts: { notes: notesContract },
    database,
    ports: {},
    vault: createVault(secret),
    secret,
    log,
  })
  return { house, log, secret, close: () => database.close() }
}
