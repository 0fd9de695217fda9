import { Story } from './story.tsx'

const fills = ['bg-canvas', 'bg-surface', 'bg-raised', 'bg-sunken', 'bg-hover', 'bg-selected', 'bg-line', 'bg-line-strong', 'bg-brand', 'bg-live'] as const
const inks = ['text-ink', 'text-ink-2', 'text-ink-3', 'text-brand-text', 'text-ok', 'text-warn', 'text-bad', 'text-info', 'text-agent'] as const
const sizes = ['text-2xs', 'text-xs', 'text-sm', 'text-base', 'text-lg', 'text-xl', 'text-2xl', 'text-3xl'] as const

/** Colours and sizes: the only ones there are. */
export function TokenStories() {
  return (
    <>
      <Story file="styles.css: colours">
        {fills.map((it) => (
          <div key={it} className="grid gap-1 text-2xs text-ink-3">
            <div className={`h-8 w-24 rounded-sm border ${it}`} />
            {it}
          </div>
        ))}
        <p className="flex w-full flex-wrap gap-x-4 gap-y-1 text-sm">
          {inks.map((it) => (
            <span key={it} className={it}>
              {it}
            </span>
          ))}
        </p>
      </Story>
      <Story file="styles.css: type">
        {sizes.map((it) => (
          <p key={it} className={`w-full truncate ${it}`}>
            <span className="mr-3 font-mono text-2xs text-ink-3">{it}</span>1,23,456 · Agents · एजेंट · এজেন্ট
          </p>
        ))}
      </Story>
    </>
  )
}
