import type { Told } from '#api/fault-words.ts'

type Undo = { label: string; run: () => void }

// What shows toasts comes after the first page.
const bring = async () => {
  const { toasts, canShow } = await import('./toasts.tsx')
  await canShow
  return toasts
}

/** Says that an act the person can still see worked, with a way back where there is one. */
export function tell(title: string, undo?: Undo): void {
  void bring().then((toasts) => {
    const id: string = toasts.add({
      title,
      timeout: undo ? 8000 : 4000,
      ...(undo && {
        actionProps: {
          children: undo.label,
          onClick: () => {
            undo.run()
            toasts.close(id)
          },
        },
      }),
    })
  })
}

/** Says that an act did not work: what was not done, or what the fault was; `why`: more of it. Of a fault of the server it says what to do, and the id to quote. */
export function tellTrouble(trouble: string | Told, why?: string | Told): void {
  const [title, description] = [trouble, why].map((it) => (typeof it === 'object' ? it.sentence : it))
  const told = [trouble, why].find((it) => typeof it === 'object')
  void bring().then((toasts) => void toasts.add({ title, timeout: 8000, type: 'trouble', ...(description && { description }), ...(told && { data: told }) }))
}
