import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { curlOf, emptyFilled, type Filled, sdkOf } from './examples.ts'
import { OwnWords } from './own-words.tsx'
import { Method } from './method.tsx'
import type { Operation } from './operations.ts'
import type { Components } from './schema.ts'
import { SchemaRows, SchemaTree } from './schema-tree.tsx'
import { TryIt } from './try-it.tsx'

type Props = { operation: Operation; components: Components; onBack: () => void }

/** One operation: what it takes and answers on the left, examples and a form on the right. */
export function OperationPage({ operation, components, onBack }: Props) {
  const { t } = useTranslation()
  const [filled, setFilled] = useState(() => emptyFilled(operation, components))
  return (
    <article aria-labelledby="operation" className="@container px-4 py-5 lg:px-6">
      <Button look="ghost" size="small" className="-ml-2 mb-2 lg:hidden" onClick={onBack}>
        <ArrowLeft aria-hidden />
        {t('reference.back')}
      </Button>
      <h2 id="operation" className="text-lg font-semibold">
        <OwnWords text={operation.summary} />
      </h2>
      <p className="mt-1 flex items-baseline gap-1 font-mono text-xs">
        <Method method={operation.method} />
        <span className="[overflow-wrap:anywhere]">{operation.path}</span>
      </p>
      <p className="mt-1 text-sm text-ink-2">
        {t('reference.access')}: <Access access={operation.access} />
      </p>
      <div className="mt-5 grid gap-x-8 gap-y-6 @3xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 content-start gap-6">
          <Shape operation={operation} components={components} />
        </div>
        <div className="grid min-w-0 content-start gap-6">
          <Examples operation={operation} filled={filled} />
          <TryIt operation={operation} filled={filled} onFill={setFilled} />
        </div>
      </div>
    </article>
  )
}

function Access({ access }: { access: string }) {
  const { t } = useTranslation()
  if (access === 'public' || access === 'user' || access === 'member' || access === 'service') return t(`reference.access_${access}`)
  return <code className="font-mono text-xs text-ink">{access}</code>
}

function Shape({ operation, components }: { operation: Operation; components: Components }) {
  const { t } = useTranslation()
  const { parameters, body, answer, up, kind, contentType } = operation
  return (
    <>
      {parameters.length > 0 && (
        <Section title={t('reference.parameters')}>
          <SchemaRows rows={parameters.map((it) => ({ ...it, place: it.in }))} components={components} />
        </Section>
      )}
      {body && (
        <Section title={t('reference.body')}>
          <SchemaTree schema={body} components={components} />
        </Section>
      )}
      {kind === 'socket' && <p className="text-sm text-ink-2">{t('reference.socket')}</p>}
      {up && (
        <Section title={t('reference.you_say')}>
          <SchemaTree schema={up} components={components} />
        </Section>
      )}
      <Section title={t(kind === 'socket' ? 'reference.you_hear' : 'reference.answer')}>
        {kind === 'stream' && <p className="text-sm text-ink-2">{t('reference.answer_stream')}</p>}
        {kind === 'bytes' && <p className="text-sm text-ink-2">{t('reference.answer_bytes', { type: contentType ?? '' })}</p>}
        {answer && kind !== 'bytes' && <SchemaTree schema={answer} components={components} />}
      </Section>
      <Section title={t('reference.faults')}>
        <ul className="divide-y rounded-sm border">
          {operation.faults.map((it) => (
            <li key={it.code} className="flex gap-3 px-3 py-2">
              <span className="font-mono text-xs/5 text-ink-2">{it.status}</span>
              <span className="min-w-0 flex-1">
                <code className="block font-mono text-xs/5 [overflow-wrap:anywhere]">{it.code}</code>
                <span className="block text-xs text-ink-2">
                  <OwnWords text={it.sentence} />
                </span>
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-semibold">{title}</h3>
      {children}
    </section>
  )
}

function Examples({ operation, filled }: { operation: Operation; filled: Filled }) {
  const { t } = useTranslation()
  const [way, setWay] = useState<'curl' | 'sdk'>(operation.kind === 'socket' ? 'sdk' : 'curl')
  const ways = [{ value: 'curl', label: 'curl' } as const, { value: 'sdk', label: 'TypeScript' } as const]
  const text = (way === 'curl' ? curlOf : sdkOf)(operation, filled, location.origin)
  return (
    <Section title={t('reference.examples')}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        {operation.kind === 'socket' ? (
          <span className="text-sm text-ink-2">TypeScript</span>
        ) : (
          <Choice label={t('reference.examples')} value={way} options={ways} onChange={setWay} />
        )}
        <CopyButton text={text} label={t('reference.copy_example')} />
      </div>
      <pre
        tabIndex={0}
        aria-label={t('reference.examples')}
        role="region"
        className="max-h-80 overflow-auto rounded-sm border bg-sunken px-3 py-2 font-mono text-xs"
      >
        {text}
      </pre>
    </Section>
  )
}
