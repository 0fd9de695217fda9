import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowRightLeft, BellOff, Check, CircleHelp, CircleX, type LucideIcon, MessageCircleQuestion, Undo2, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { goalTitle, slotTitle } from '#agent/goal-title.ts'
import { agentQuery } from '#agents/agent-queries.ts'
import { useMay } from '#api/me.ts'
import type { CallTurn } from '#api/shapes.ts'

type Move = NonNullable<CallTurn['move']>

const icons: Partial<Record<Move['kind'], LucideIcon>> = {
  asked: MessageCircleQuestion,
  confirming: CircleHelp,
  acted: Check,
  failed: CircleX,
  cancelled: Undo2,
  handed_off: ArrowRightLeft,
  wants_human: UserRound,
  opted_out: BellOff,
}

/** What a turn of an agent did when it is more than its words: what it asked for, what it noted, whom it handed the call to. */
export function TurnMove({ move, agentId }: { move: Move | null | undefined; agentId: string }) {
  const { t } = useTranslation()
  const Icon = move ? icons[move.kind] : undefined
  const agent = useQuery({ ...agentQuery(agentId), enabled: !!Icon && (!!move?.goal || !!move?.handOffTo) })
  const maySee = useMay('tools:read')
  if (!move || !Icon) return null
  const goal = move.goal ? goalTitle(t, move.goal, agent.data?.draft) : undefined
  const words = (): string => {
    switch (move.kind) {
      case 'asked':
        return move.slot ? t('moves.asked', { slot: slotTitle(t, move.slot) }) : t('moves.kind.asked')
      case 'acted':
      case 'confirming':
      case 'cancelled':
      case 'failed':
        return goal ? t(`moves.${move.kind}`, { goal }) : t(`moves.kind.${move.kind}`)
      case 'handed_off': {
        const to = agent.data?.draft.handOffs.find((it) => it.agentId === move.handOffTo)?.name
        return to ? t('moves.handed_off', { agent: to }) : t('moves.handed_off_plain')
      }
      default:
        return t(`moves.kind.${move.kind}`)
    }
  }
  const shown = (
    <>
      <Icon aria-hidden className="size-3 shrink-0" />
      {words()}
    </>
  )
  const look = 'mt-1 inline-flex min-h-6 w-fit items-center gap-1.5 rounded-full bg-sunken px-2 text-xs font-medium text-ink-2'
  return move.runId && maySee ? (
    <Link to="/tools" search={{ tab: 'runs', open: move.runId }} className={`${look} hover:bg-hover hover:text-ink`}>
      {shown}
    </Link>
  ) : (
    <span className={look}>{shown}</span>
  )
}
