import { event } from '@myna/contracts'
import { z } from 'zod'

/** The event that is measured, numbered by who says it. */
export const pinged = event({ name: 'bench.pinged', summary: 'A ping.', data: z.object({ n: z.number() }) })

/** The wall clock in ms, finer than Date. */
export const wallMs = () => performance.timeOrigin + performance.now()
