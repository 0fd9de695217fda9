import { keep, kept } from '#words/language.ts'

const most = 5
const name = 'myna.commands'

/** What was chosen last in the palette, newest first. */
export function recentCommands(): readonly string[] {
  return (kept(name) ?? '').split(' ').filter(Boolean)
}

/** Remembers that a command was used. */
export function rememberCommand(id: string): void {
  keep(name, [id, ...recentCommands().filter((it) => it !== id)].slice(0, most).join(' '))
}
