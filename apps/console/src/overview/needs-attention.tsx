import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { Bot, BrainCircuit, CircleCheck, CircleQuestionMark, type LucideIcon, Phone, AudioWaveform } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { Agent } from '#api/shapes.ts'
import { numbersQuery } from '#numbers/number-queries.ts'
import { providersQuery } from '#providers/provider-queries.ts'
import { Card } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { speechVendorsQuery } from '#voices/voice-queries.ts'
import { number } from '#words/figures.ts'

const shownAtMost = 8
type Matter = { id: string; icon: LucideIcon; sentence: string; link: Pick<LinkProps, 'to' | 'params' | 'search'> }

/** What only a person can put right, the most pressing first, each with the way there. */
export function NeedsAttention({ agents, fault }: { agents: Agent[] | undefined; fault: unknown }) {
  const { t } = useTranslation()
  const [mayCalls, mayBrain, mayVoice] = [useMay('calls:read'), useMay('brain:read'), useMay('voice:read')]
  const numbers = useQuery({ ...numbersQuery, enabled: mayCalls })
  const models = useQuery({ ...providersQuery, enabled: mayBrain })
  const voices = useQuery({ ...speechVendorsQuery, enabled: mayVoice })
  const questions = useQuery({ queryKey: ['unanswered', 'count'], queryFn: () => api.brain.listUnanswered({ limit: 200 }), enabled: mayBrain })
  const open = questions.data?.items.length ?? 0
  const failing = (name: string, error: string | null) =>
    error ? t('attention.provider_fails', { name, error: error.slice(0, 160) }) : t('attention.provider_fails_plain', { name })
  const matters: Matter[] = [
    ...(models.data ?? [])
      .filter((it) => it.enabled && (it.health === 'failing' || it.health === 'resting'))
      .map((it): Matter => ({ id: it.id, icon: BrainCircuit, sentence: failing(it.name, it.lastError), link: { to: '/providers' } })),
    ...(voices.data ?? [])
      .filter((it) => it.enabled && it.lastError)
      .map((it): Matter => ({ id: it.id, icon: AudioWaveform, sentence: failing(it.name, it.lastError), link: { to: '/voices' } })),
    ...(numbers.data ?? [])
      .filter((it) => it.agentId === null)
      .map((it): Matter => ({ id: it.id, icon: Phone, sentence: t('attention.number_without_agent', { number: it.number }), link: { to: '/numbers' } })),
    ...(open > 0
      ? [
          {
            id: 'questions',
            icon: CircleQuestionMark,
            sentence: t('attention.questions', { count: open, shown: number(open) + (questions.data?.next ? '+' : '') }),
            link: { to: '/training' },
          } as const,
        ]
      : []),
    ...(agents ?? [])
      .filter((it) => it.publishedVersion === null && it.status === 'draft')
      .map(
        (it): Matter => ({
          id: it.id,
          icon: Bot,
          sentence: t('attention.agent_unpublished', { name: it.name }),
          link: { to: '/agents/$agentId', params: { agentId: it.id } },
        }),
      ),
  ]
  const missed = fault ?? [numbers, models, voices, questions].find((it) => it.error && !it.data)?.error
  const known = agents && !numbers.isLoading && !models.isLoading && !voices.isLoading && !questions.isLoading
  return (
    <Card aria-labelledby="attention" className="min-h-57 overflow-y-auto lg:h-57">
      <h2 id="attention" className="px-5 pt-4 pb-3 text-base font-semibold">
        {t('attention.title')}
      </h2>
      {missed ? (
        <Trouble fault={missed} onRetry={() => undefined} className="!py-4" />
      ) : !known ? (
        <SkeletonRows rows={3} />
      ) : matters.length === 0 ? (
        <p className="flex items-center gap-2 px-5 pb-5 text-sm text-ink-2">
          <CircleCheck aria-hidden className="size-4 text-ok" />
          {t('attention.fine')}
        </p>
      ) : (
        <ul className="divide-y border-t">
          {matters.slice(0, shownAtMost).map((it) => (
            <li key={it.id}>
              <Link {...it.link} className="flex min-h-12 items-center gap-3 px-5 py-2 text-sm hover:bg-hover focus-visible:-outline-offset-2">
                <it.icon aria-hidden className="size-4 shrink-0 text-warn" />
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{it.sentence}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
