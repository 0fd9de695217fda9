import clsx from 'clsx'

const tones: Record<string, string> = { GET: 'text-info', POST: 'text-ok', PUT: 'text-warn', PATCH: 'text-warn', DELETE: 'text-bad' }

/** The method of a request, always in the same width so that lists stand in line. */
export function Method({ method, className }: { method: string; className?: string }) {
  return <span className={clsx('w-12 shrink-0 font-mono text-xs/5 font-medium', tones[method], className)}>{method}</span>
}
