import { Dialog as Base } from '@base-ui/react/dialog'
import { type LinkProps, useBlocker } from '@tanstack/react-router'
import clsx from 'clsx'
import { Maximize2, X } from 'lucide-react'
import { type FormEvent, type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from './button.tsx'
import { Settled } from './settled.ts'

const shade = 'fixed inset-0 z-50 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  children?: ReactNode
  footer?: ReactNode
  wide?: boolean
  modalOnly?: boolean
  closable?: boolean
}

/** A short question or form over the page. `modalOnly`: pressing outside does not close it. `closable` false: only its own buttons do. */
export function Dialog({ open, onOpenChange, title, description, children, footer, wide, modalOnly, closable = true }: Props) {
  const typed = useTyped(open && closable, onOpenChange)
  return (
    <Base.Root open={open} onOpenChange={typed.onOpenChange} disablePointerDismissal={modalOnly ?? false}>
      <Base.Portal>
        <Base.Backdrop className={shade} />
        <Base.Popup
          onInput={typed.onInput}
          className={clsx(
            'fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-lg border bg-raised shadow-float outline-none transition-[opacity,scale] duration-150 ease-out data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0',
            wide ? 'max-w-180' : 'max-w-110',
          )}
        >
          <header className="px-5 pt-5 pb-3">
            <Base.Title className="text-lg font-semibold">{title}</Base.Title>
            {description && <Base.Description className="mt-1 text-sm text-ink-2">{description}</Base.Description>}
          </header>
          {children && <div className="min-h-0 overflow-y-auto px-5 py-1">{children}</div>}
          {footer && <footer className="flex flex-wrap justify-end gap-2 px-5 pt-4 pb-5">{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
      {typed.question}
    </Base.Root>
  )
}

/** `page`: where the whole of the record is. */
type DrawerHead = { badge?: ReactNode; page?: Pick<LinkProps, 'to' | 'params' | 'search'> | undefined; pageLabel?: string }

/** A drawer of 500 px from the right for one record; the whole screen on phones. */
export function Drawer({
  open,
  onOpenChange,
  title,
  badge,
  page,
  pageLabel,
  children,
  footer,
}: Omit<Props, 'description' | 'wide' | 'modalOnly' | 'closable'> & DrawerHead) {
  const { t } = useTranslation()
  const typed = useTyped(open, onOpenChange)
  return (
    <Base.Root open={open} onOpenChange={typed.onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={shade} />
        <Base.Popup
          onInput={typed.onInput}
          className="fixed inset-y-0 right-0 z-50 flex w-full max-w-125 flex-col border-l bg-raised shadow-float outline-none transition-[translate,opacity] duration-200 ease-out data-ending-style:translate-x-8 data-ending-style:opacity-0 data-starting-style:translate-x-8 data-starting-style:opacity-0"
        >
          <header className="flex h-12 shrink-0 items-center gap-2 border-b pr-2 pl-5">
            <div className="flex min-w-0 flex-1 items-center gap-2">
              <Base.Title className="min-w-0 truncate text-lg font-semibold">{title}</Base.Title>
              {badge}
            </div>
            {page && (
              <ButtonLink look="ghost" size="small" {...page}>
                <Maximize2 aria-hidden />
                <span className="max-sm:sr-only">{pageLabel ?? t('lists.full_page')}</span>
              </ButtonLink>
            )}
            <Base.Close render={<Button look="ghost" size="icon" aria-label={t('act.close')} />}>
              <X aria-hidden />
            </Base.Close>
          </header>
          <div className="@container min-h-0 flex-1 overflow-y-auto p-5">
            <Settled value={typed.settle}>{children}</Settled>
          </div>
          {footer && <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
      {typed.question}
    </Base.Root>
  )
}

/** Keeps what is typed into a form over the page from being lost by Escape, by a click beside it or by the way back. */
function useTyped(open: boolean, onOpenChange: (open: boolean) => void) {
  const [typed, setTyped] = useState(false)
  const [asking, setAsking] = useState(false)
  const settle = useCallback(() => setTyped(false), [])
  if (!open && typed) setTyped(false)
  const leave = useBlocker({
    shouldBlockFn: ({ action }) => action !== 'PUSH' && action !== 'REPLACE',
    enableBeforeUnload: true,
    disabled: !typed,
    withResolver: true,
  })
  return {
    onInput: (event: FormEvent) => {
      if (open && (event.target as Element).closest('form')) setTyped(true)
    },
    // A drawer stays when one of its forms was sent.
    settle,
    onOpenChange: (next: boolean) => (typed && !next ? setAsking(true) : onOpenChange(next)),
    question: (
      <Discard
        open={asking || leave.status === 'blocked'}
        onKeep={() => {
          setAsking(false)
          leave.reset?.()
        }}
        onDiscard={() => {
          setTyped(false)
          setAsking(false)
          if (leave.status === 'blocked') leave.proceed()
          else onOpenChange(false)
        }}
      />
    ),
  }
}

/** Asks before what was typed is thrown away. */
export function Discard({ open, onKeep, onDiscard }: { open: boolean; onKeep: () => void; onDiscard: () => void }) {
  const { t } = useTranslation()
  if (!open) return null
  return (
    <Dialog
      modalOnly
      open
      onOpenChange={onKeep}
      title={t('state.unsaved')}
      description={t('state.unsaved_help')}
      footer={
        <>
          <Button look="danger" onClick={onDiscard}>
            {t('act.discard')}
          </Button>
          <Button look="primary" onClick={onKeep}>
            {t('act.keep_editing')}
          </Button>
        </>
      }
    />
  )
}

/** The foot of a dialog with a form: out of it, or on. `form`: the id of the form. */
export function FormButtons({ form, busy, onCancel, children }: { form: string; busy: boolean; onCancel: () => void; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <Button onClick={onCancel}>{t('act.cancel')}</Button>
      <Button form={form} type="submit" look="primary" busy={busy}>
        {children}
      </Button>
    </>
  )
}

/** Asks before what cannot be undone; the title names the thing. */
export function Confirm({
  open,
  onOpenChange,
  title,
  description,
  action,
  onConfirm,
  busy,
  children,
}: Omit<Props, 'footer'> & { action: string; onConfirm: () => void; busy?: boolean }) {
  const { t } = useTranslation()
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('act.cancel')}</Button>
          <Button look="danger" busy={busy} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
