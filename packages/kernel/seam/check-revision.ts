import { Fault } from '#seam/fault.ts'

/** Throws `workspace.changed_meanwhile` when a change builds on another revision than what is stored; one that names none overwrites. The row must be locked by then. */
export function checkRevision(asked: number | undefined, stored: number): void {
  if (asked !== undefined && asked !== stored) throw new Fault('workspace.changed_meanwhile', { asked, stored })
}
