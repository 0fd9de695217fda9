import type { Entity } from '#entity.ts'
import { findAmounts } from '#entities/find-amounts.ts'
import { findCompanies } from '#entities/find-companies.ts'
import { findEmails } from '#entities/find-emails.ts'
import { findLevels } from '#entities/find-levels.ts'
import { findPeople } from '#entities/find-people.ts'
import { findPhones } from '#entities/find-phones.ts'
import { nameText } from '#entities/read-names.ts'
import { isFree, readUtterance, take } from '#entities/utterance.ts'
import type { Situation } from '#situation.ts'

/**
 * Everything the first 8,000 characters of an utterance name, but times and durations: those come in `taken`, and nothing found overlaps them. In the order of
 * the text, no two overlapping; offsets are UTF-16 into the text as given. Never throws; time grows with the length.
 */
export function findEntities(text: string, situation: Situation, taken: readonly Entity[]): Entity[] {
  const utterance = readUtterance(text, situation, taken)
  const found: Entity[] = []
  const keep = (entities: readonly Entity[]) => {
    for (const entity of entities) {
      if (entity.end <= entity.start || !isFree(utterance, entity.start, entity.end)) continue
      take(utterance, entity)
      found.push(entity)
    }
  }
  keep(findEmails(utterance))
  keep(findPhones(utterance))
  keep(findLevels(utterance))
  keep(findCompanies(nameText(utterance)))
  keep(findPeople(nameText(utterance)))
  keep(findAmounts(utterance))
  return found.sort((a, b) => a.start - b.start)
}
