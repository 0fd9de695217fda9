/** Why a model cannot be had, in a sentence for the operator; `kind` tells the exit code. */
export class ModelTrouble extends Error {
  override name = 'ModelTrouble'
  readonly kind: 'failed' | 'usage' | 'unreachable'
  constructor(message: string, kind: 'failed' | 'usage' | 'unreachable' = 'failed', cause?: unknown) {
    super(message, { cause })
    this.kind = kind
  }
}

/** What the operating system says in its error, as a sentence of ours where it is about room. */
export function diskTrouble(error: unknown, doing: string): ModelTrouble {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new ModelTrouble(`There is no room left while ${doing}. Make room and try again; nothing half is kept.`)
  return new ModelTrouble(`Failed while ${doing}: ${message}`, 'failed', error)
}
