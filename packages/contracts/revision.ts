import { z } from 'zod'

/** Which state of a thing an answer shows. */
export const Revision = z.number().int().describe('Which state this is; another one after every change people make.')

/** The part of every change that guards against overwriting a colleague. */
export const SeenRevision = z
  .number()
  .int()
  .optional()
  .describe('The revision this change builds on; it is refused when somebody saved another meanwhile. Absent: it overwrites.')
