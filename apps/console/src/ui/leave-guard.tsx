import { useBlocker } from '@tanstack/react-router'
import { Discard } from './dialog.tsx'

/** Asks before a page is left on which something was typed and not saved. */
export function LeaveGuard({ isUnsaved }: { isUnsaved: () => boolean }) {
  const leave = useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved() && placeOf(current) !== placeOf(next),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  })
  return <Discard open={leave.status === 'blocked'} onKeep={() => leave.reset?.()} onDiscard={() => leave.proceed?.()} />
}

/** What of an address decides which forms stand there: filters and open rows do not. */
function placeOf({ pathname, search }: { pathname: string; search: object }): string {
  const { tab, section, view } = search as Record<string, unknown>
  return JSON.stringify([pathname, tab, section, view])
}
