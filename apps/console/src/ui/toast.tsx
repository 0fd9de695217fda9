type Undo = { label: string; run: () => void }

// What shows toasts comes after the first page.
const bring = () => import('./toasts.tsx')

/** Says that an act the person can still see worked, with a way back where there is one. */
export function tell(title: string, undo?: Undo): void {
  void bring().then(({ toasts }) => {
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

/** Says that an act did not work. */
export function tellTrouble(title: string, description?: string): void {
  void bring().then(({ toasts }) => void toasts.add({ title, timeout: 8000, type: 'trouble', ...(description && { description }) }))
}
