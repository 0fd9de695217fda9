import { EntityType, Intent } from '@myna/contracts/understanding'
import { entityTypes, intents } from '@myna/understanding'
import { expect, it } from 'vitest'

it('the contract names the intents and entities that understanding tells, no more and no fewer', () => {
  expect([...Intent.options].sort()).toEqual([...intents].sort())
  expect([...EntityType.options].sort()).toEqual([...entityTypes].sort())
})
