import { useTranslation } from 'react-i18next'
import type { Simulation } from '#api/shapes.ts'
import { Badge, type Tone } from '#ui/badge.tsx'

const tones: Record<Simulation['status'], Tone> = { running: 'info', passed: 'ok', failed: 'bad', broken: 'warn', cancelled: 'neutral' }

/** How a run of simulated callers stands. */
export function SimulationStatus({ simulation }: { simulation: Pick<Simulation, 'status'> }) {
  const { t } = useTranslation()
  return (
    <Badge dot tone={tones[simulation.status]}>
      {t(`simulations.status.${simulation.status}`)}
    </Badge>
  )
}
