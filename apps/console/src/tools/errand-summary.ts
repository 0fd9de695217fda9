import type { TFunction } from 'i18next'
import type { Errand } from '#api/shapes.ts'
import { humanName, humanValue } from './human-fields.ts'

const known = ['name', 'phone', 'email', 'message', 'company', 'interest', 'time', 'new_time', 'old_time', 'topic', 'task', 'priority', 'with'] as const
/** What tells an errand best stands first. */
const order = ['message', 'task', 'interest', 'topic', 'new_time', 'time', 'old_time', 'name', 'company', 'phone', 'email', 'with', 'priority']

/** What a caller gave, field by field in words of people, the telling ones first. */
export function errandFields(t: TFunction, { fields }: Pick<Errand, 'fields'>): { name: string; label: string; value: string }[] {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return Object.entries(fields)
    .map(([name, value]) => {
      const own = known.find((it) => it === name)
      return { name, label: own ? t(`errands.field.${own}`) : humanName(name), value: humanValue(value) }
    })
    .filter((it) => it.value !== '')
    .toSorted((a, b) => rank(a.name) - rank(b.name))
}
