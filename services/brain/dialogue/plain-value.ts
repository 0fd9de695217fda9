import type { Entity } from '@myna/understanding'

/** A value as tools take it. */
export function plainValue(entity: Entity): unknown {
  switch (entity.type) {
    case 'time':
      return entity.value.to === undefined ? entity.value.from : `${entity.value.from}/${entity.value.to}`
    case 'person':
    case 'company':
      return entity.value.name
    case 'phone':
      return entity.value.e164 ?? entity.value.digits
    case 'email':
      return entity.value.address
    case 'money':
    case 'number':
    case 'quantity':
      return entity.value.amount
    case 'duration':
      return entity.value.iso
    case 'priority':
      return entity.value.level
    default:
      return entity.value.state
  }
}
