import { useTranslation } from 'react-i18next'
import type { ToolRun } from '#api/shapes.ts'
import { wait } from '#words/figures.ts'
import { humanName, humanValue } from './human-fields.ts'
import { RunStatus } from './tool-badges.tsx'

/** How a use of a tool went: status, the sentence for people, with what, and what came back. */
export function RunOutcome({ run }: { run: ToolRun }) {
  const { t } = useTranslation()
  const given = Object.entries(run.arguments)
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2 text-xs text-ink-2">
        <RunStatus run={run} />
        <span>{t('runs.took', { time: wait(run.tookMs) })}</span>
        {run.status !== 'tried' && <span>· {t(run.confirmed ? 'runs.confirmed' : 'runs.not_confirmed')}</span>}
      </div>
      {run.sentence && <p className="text-sm text-bad [overflow-wrap:anywhere]">{run.sentence}</p>}
      {run.status === 'unsure' && <p className="text-sm text-warn">{t('runs.unsure_help')}</p>}
      {given.length > 0 && (
        <div>
          <h4 className="text-xs text-ink-3">{t('runs.arguments')}</h4>
          <dl className="mt-1 divide-y rounded-sm border text-sm">
            {given.map(([name, value]) => (
              <div key={name} className="grid gap-1 px-3 py-1.5 sm:grid-cols-[8.5rem_minmax(0,1fr)] sm:gap-4">
                <dt className="text-xs leading-5 text-ink-2">{humanName(name)}</dt>
                <dd className="[overflow-wrap:anywhere]">{humanValue(value)}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {run.result !== null && run.result !== undefined && (
        <div>
          <h4 className="text-xs text-ink-3">{t('runs.result')}</h4>
          <pre tabIndex={0} className="mt-1 max-h-72 overflow-auto rounded-sm bg-sunken p-3 font-mono text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">
            {typeof run.result === 'string' ? run.result : JSON.stringify(run.result, null, 2)}
          </pre>
        </div>
      )}
    </div>
  )
}
