import { Menu as Base } from '@base-ui/react/menu'
import clsx from 'clsx'
import { Check } from 'lucide-react'
import { cloneElement, type ComponentProps, type ReactElement, type ReactNode, useState } from 'react'

const row =
  'flex min-h-8 cursor-default items-center gap-2 rounded-xs px-2 py-1 outline-none select-none data-highlighted:bg-hover data-disabled:opacity-50 coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0'

type Props = { trigger: ReactElement<ComponentProps<'button'>>; children: ReactNode; align?: 'start' | 'end'; side?: 'top' | 'bottom' | 'right' }

/** A menu of a row in a list: only its button stands there until it is first pressed, since a list has many. */
export function RowMenu(props: Props) {
  const [pressed, setPressed] = useState(false)
  if (pressed) return <Menu begins {...props} />
  return cloneElement(props.trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => setPressed(true),
    onKeyDown: (event) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      setPressed(true)
    },
  })
}

/** A menu that opens from `trigger`; `begins`: it is open at first. */
export function Menu({ trigger, children, align = 'end', side = 'bottom', begins = false }: Props & { begins?: boolean }) {
  return (
    <Base.Root modal={false} defaultOpen={begins}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} side={side} className="z-60 outline-none">
          <Base.Popup className="max-h-(--available-height) max-w-80 min-w-44 origin-(--transform-origin) overflow-y-auto rounded-md border bg-raised p-1 text-sm shadow-float outline-none transition-[opacity,scale] duration-150 ease-out data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** One act of a menu. */
export function MenuItem({ children, onSelect, danger, disabled }: { children: ReactNode; onSelect: () => void; danger?: boolean; disabled?: boolean }) {
  return (
    <Base.Item className={clsx(row, danger ? 'text-bad' : '[&_svg]:text-ink-3')} onClick={onSelect} disabled={disabled ?? false}>
      {children}
    </Base.Item>
  )
}

/** Some of which one is chosen. */
export function MenuChoice<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: T
  options: readonly { value: T; label: string; lang?: string }[]
  onChange: (value: T) => void
}) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
      <Base.Group>
        <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-2xs font-medium text-ink-3">{label}</Base.GroupLabel>
        {options.map((it) => (
          <Base.RadioItem key={it.value} value={it.value} className={row} closeOnClick lang={it.lang}>
            <span className="min-w-0 flex-1 truncate">{it.label}</span>
            <Base.RadioItemIndicator>
              <Check aria-hidden className="text-brand-text" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.Group>
    </Base.RadioGroup>
  )
}

/** A hairline between groups. */
export function MenuLine() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />
}
