import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OwnWords } from './own-words.tsx'
import { boundsOf, type Components, kindOf, partsOf, resolved, type Schema } from './schema.ts'

type Row = { name: string; schema: Schema; required: boolean; place?: string }

/** A schema as nested rows; what has parts opens. References are followed only as far as someone looks, since they may lead round in circles. */
export function SchemaTree({ schema, components }: { schema: Schema; components: Components }) {
  const rows = partsOf(schema, components)
  const { schema: whole } = resolved(schema, components)
  const plainObject = whole.type === 'object' && !schema.$ref
  return (
    <div className="grid gap-1.5">
      {(!plainObject || whole.description) && (
        <p className="text-sm text-ink-2">
          {!plainObject && <code className="mr-2 font-mono text-xs text-ink">{kindOf(schema, components)}</code>}
          {whole.description && <OwnWords text={whole.description} />}
        </p>
      )}
      {rows.length > 0 && <SchemaRows rows={rows} components={components} />}
    </div>
  )
}

/** Rows of a schema: fields or parameters. */
export function SchemaRows({ rows, components }: { rows: Row[]; components: Components }) {
  return (
    <ul className="divide-y rounded-sm border">
      {rows.map((it) => (
        <li key={it.name + (it.place ?? '')}>
          <SchemaRow row={it} components={components} />
        </li>
      ))}
    </ul>
  )
}

function SchemaRow({ row, components }: { row: Row; components: Components }) {
  const [open, setOpen] = useState(false)
  const parts = partsOf(row.schema, components)
  if (parts.length === 0)
    return (
      <div className="py-2 pr-3 pl-7">
        <RowWords row={row} components={components} />
      </div>
    )
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="py-2 pr-3 pl-3 marker:text-ink-3 hover:bg-hover focus-visible:-outline-offset-2">
        <div className="-mt-5 pl-4">
          <RowWords row={row} components={components} />
        </div>
      </summary>
      {open && (
        <div className="pb-2.5 pr-2.5 pl-7">
          <SchemaRows rows={parts} components={components} />
        </div>
      )}
    </details>
  )
}

function RowWords({ row, components }: { row: Row; components: Components }) {
  const { t } = useTranslation()
  const { schema } = resolved(row.schema, components)
  const inner = schema.type === 'array' && schema.items ? resolved(schema.items, components).schema : undefined
  const bounds = [...boundsOf(schema), ...(inner?.enum ? boundsOf({ enum: inner.enum }) : [])]
  const kind = kindOf(row.schema, components)
  return (
    <div className="text-sm">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <code className="font-mono text-xs font-medium [overflow-wrap:anywhere]">{row.name}</code>
        <span className="font-mono text-xs text-ink-2 [overflow-wrap:anywhere]">{kind}</span>
        {row.place && <span className="text-xs text-ink-3">{row.place}</span>}
        {row.required && <span className="text-xs text-warn">{t('reference.required')}</span>}
      </div>
      {schema.description && (
        <p className="text-xs text-ink-2">
          <OwnWords text={schema.description} />
        </p>
      )}
      {bounds
        .filter((it) => it !== kind)
        .map((it) => (
          <p key={it} className="font-mono text-xs text-ink-3 [overflow-wrap:anywhere]">
            {it}
          </p>
        ))}
    </div>
  )
}
