import { Toast } from '@base-ui/react/toast'
import clsx from 'clsx'
import { X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Told } from '#api/fault-words.ts'
import { Button, buttonClass } from './button.tsx'
import { CopyButton } from './copy-button.tsx'

/** Where toasts are handed in, also from outside of React. */
export const toasts = Toast.createToastManager<Partial<Told>>()

/** Resolves when there is somebody to show them: what is handed in before is lost. */
export const { promise: canShow, resolve: showsNow } = Promise.withResolvers<void>()

/** Shows the toasts, bottom right, above everything. */
export function Toasts() {
  const { t } = useTranslation()
  useEffect(showsNow, [])
  return (
    <Toast.Provider toastManager={toasts} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={t('told.title')}
          className="pointer-events-none fixed right-4 bottom-4 z-80 flex w-[calc(100vw-2rem)] flex-col gap-2 sm:w-90"
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

/** Whether there is something to do about it: an act to take, or words to read in peace. */
const isForHands = (it: { type?: string | undefined; actionProps?: unknown }) => it.type === 'trouble' || it.actionProps !== undefined

function ToastList() {
  const { t } = useTranslation()
  const { toasts: shown } = Toast.useToastManager()
  return shown.map((it) => (
    <Toast.Root
      key={it.id}
      toast={it}
      swipeDirection={['right', 'down']}
      className={clsx(
        'rounded-md border bg-raised shadow-float transition-[opacity,translate] duration-150 ease-out data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0',
        it.type === 'trouble' && 'border-l-4 border-l-bad',
        // What only confirms lets presses through: it often comes up over the button that was pressed, and a pointer that rests on it would keep it there.
        isForHands(it) ? 'pointer-events-auto' : 'pointer-events-none',
      )}
    >
      <Toast.Content className="flex items-center gap-2 py-1.5 pr-1.5 pl-3">
        <div className="min-w-0 flex-1 py-1">
          <Toast.Title className="text-sm font-medium" />
          <Toast.Description className="text-xs text-ink-2" />
          {it.data?.traceId && it.data.code?.startsWith('server.') && (
            <div className="grid justify-items-start gap-1.5 pt-0.5 text-xs text-ink-2">
              {t('state.rest_works')}
              <CopyButton text={it.data.traceId} label={t('state.copy_request_id')} />
            </div>
          )}
        </div>
        {it.actionProps && <Toast.Action className={buttonClass({ size: 'small' })} />}
        {isForHands(it) && (
          <Toast.Close render={<Button look="ghost" size="icon" aria-label={t('act.close')} />}>
            <X aria-hidden />
          </Toast.Close>
        )}
      </Toast.Content>
    </Toast.Root>
  ))
}
