import { useSyncExternalStore } from 'react'
import { keep, kept } from '#words/language.ts'

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

const watchers = new Set<() => void>()

function chosen(): Theme {
  const it = kept('myna.theme')
  return it === 'light' || it === 'dark' ? it : 'system'
}

function apply(): void {
  const theme = chosen()
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  const root = document.documentElement
  // All colours change at once: parts that fade at their own pace would be unreadable on the way.
  root.dataset['changing'] = ''
  root.dataset['theme'] = dark ? 'dark' : 'light'
  requestAnimationFrame(() => requestAnimationFrame(() => delete root.dataset['changing']))
  for (const watcher of watchers) watcher()
}

/** Shows the console light, dark, or as the system is. */
export function setTheme(theme: Theme): void {
  keep('myna.theme', theme)
  apply()
}

/** Shows every page as the system is from now on, also while that changes, unless another was chosen. */
export function followSystem(): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply)
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

/** The theme chosen. */
export function useTheme(): Theme {
  return useSyncExternalStore(watch, chosen)
}
