import { brokerConformance } from '@myna/ports/conformance/broker'
import { describe, it } from 'vitest'
import { openRabbitPlace, rabbitAbsent } from './test/rabbit.ts'

const absent = await rabbitAbsent()
if (absent) describe.skip(`RabbitMQ carries messages as the port says (${absent})`, () => it('is skipped', () => {}))
else brokerConformance('RabbitMQ', async () => openRabbitPlace())
