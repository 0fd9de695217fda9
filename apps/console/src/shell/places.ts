import { AudioLines, Bot, BookOpen, House, KeyRound, type LucideIcon, ScrollText, Settings, Users } from 'lucide-react'

export type PlaceName = 'overview' | 'agents' | 'calls' | 'team' | 'keys' | 'reference' | 'audit' | 'settings'
type Place = {
  name: PlaceName
  to: '/' | '/agents' | '/calls' | '/team' | '/api-keys' | '/reference' | '/audit' | '/settings'
  icon: LucideIcon
  key: string
  scope?: string
}

/** Where one can go, in groups; `key` is pressed after `g`. */
export const places: readonly { group: 'build' | 'watch' | 'manage' | undefined; places: readonly Place[] }[] = [
  { group: undefined, places: [{ name: 'overview', to: '/', icon: House, key: 'o' }] },
  { group: 'build', places: [{ name: 'agents', to: '/agents', icon: Bot, key: 'a' }] },
  { group: 'watch', places: [{ name: 'calls', to: '/calls', icon: AudioLines, key: 'c' }] },
  {
    group: 'manage',
    places: [
      { name: 'team', to: '/team', icon: Users, key: 't', scope: 'members:read' },
      { name: 'keys', to: '/api-keys', icon: KeyRound, key: 'd', scope: 'keys:read' },
      { name: 'reference', to: '/reference', icon: BookOpen, key: 'r' },
      { name: 'audit', to: '/audit', icon: ScrollText, key: 'l', scope: 'audit:read' },
      { name: 'settings', to: '/settings', icon: Settings, key: 's' },
    ],
  },
]
