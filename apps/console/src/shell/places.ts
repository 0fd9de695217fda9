import {
  AudioLines,
  AudioWaveform,
  Blocks,
  Bot,
  BookOpen,
  BrainCircuit,
  ChartSpline,
  Contact,
  Fingerprint,
  GraduationCap,
  House,
  KeyRound,
  LifeBuoy,
  type LucideIcon,
  Phone,
  Radio,
  RotateCcw,
  ScanText,
  ScrollText,
  Server,
  Settings,
  ShieldCheck,
  UserCog,
  Users,
  Wrench,
} from 'lucide-react'

export type PlaceName =
  | 'overview'
  | 'agents'
  | 'numbers'
  | 'voices'
  | 'tools'
  | 'applications'
  | 'training'
  | 'understanding'
  | 'providers'
  | 'calls'
  | 'callers'
  | 'traffic'
  | 'services'
  | 'team'
  | 'security'
  | 'operators'
  | 'work'
  | 'keys'
  | 'access'
  | 'reference'
  | 'events'
  | 'guide'
  | 'audit'
  | 'settings'
type Place = {
  name: PlaceName
  to:
    | '/'
    | '/agents'
    | '/numbers'
    | '/voices'
    | '/tools'
    | '/applications'
    | '/training'
    | '/understanding'
    | '/providers'
    | '/calls'
    | '/callers'
    | '/traffic'
    | '/platform'
    | '/team'
    | '/security'
    | '/operators'
    | '/work'
    | '/api-keys'
    | '/access'
    | '/reference'
    | '/events'
    | '/guide'
    | '/audit'
    | '/settings'
  icon: LucideIcon
  key: string
  scope?: string
}

/** Where one can go, in groups; `key` is pressed after `g`. */
export const places: readonly { group: 'build' | 'watch' | 'manage' | undefined; places: readonly Place[] }[] = [
  { group: undefined, places: [{ name: 'overview', to: '/', icon: House, key: 'o' }] },
  {
    group: 'build',
    places: [
      { name: 'agents', to: '/agents', icon: Bot, key: 'a' },
      { name: 'numbers', to: '/numbers', icon: Phone, key: 'h', scope: 'calls:read' },
      { name: 'voices', to: '/voices', icon: AudioWaveform, key: 'v', scope: 'voice:read' },
      { name: 'tools', to: '/tools', icon: Wrench, key: 'x', scope: 'tools:read' },
      { name: 'applications', to: '/applications', icon: Blocks, key: 'i', scope: 'apps:read' },
      { name: 'training', to: '/training', icon: GraduationCap, key: 'n', scope: 'brain:read' },
      { name: 'understanding', to: '/understanding', icon: ScanText, key: 'u', scope: 'brain:read' },
      { name: 'providers', to: '/providers', icon: BrainCircuit, key: 'm', scope: 'brain:read' },
    ],
  },
  {
    group: 'watch',
    places: [
      { name: 'calls', to: '/calls', icon: AudioLines, key: 'c' },
      { name: 'callers', to: '/callers', icon: Contact, key: 'p', scope: 'brain:read' },
      { name: 'traffic', to: '/traffic', icon: ChartSpline, key: 'f', scope: 'traffic:read' },
      { name: 'services', to: '/platform', icon: Server, key: 'e', scope: 'platform:read' },
      { name: 'work', to: '/work', icon: RotateCcw, key: 'z', scope: 'platform:read' },
      { name: 'operators', to: '/operators', icon: UserCog, key: 'q', scope: 'platform:read' },
    ],
  },
  {
    group: 'manage',
    places: [
      { name: 'team', to: '/team', icon: Users, key: 't', scope: 'members:read' },
      { name: 'security', to: '/security', icon: Fingerprint, key: 'y' },
      { name: 'keys', to: '/api-keys', icon: KeyRound, key: 'd', scope: 'keys:read' },
      { name: 'access', to: '/access', icon: ShieldCheck, key: 'w', scope: 'access:read' },
      { name: 'reference', to: '/reference', icon: BookOpen, key: 'r' },
      { name: 'events', to: '/events', icon: Radio, key: 'j', scope: 'audit:read' },
      { name: 'guide', to: '/guide', icon: LifeBuoy, key: 'b' },
      { name: 'audit', to: '/audit', icon: ScrollText, key: 'l', scope: 'audit:read' },
      { name: 'settings', to: '/settings', icon: Settings, key: 's' },
    ],
  },
]
