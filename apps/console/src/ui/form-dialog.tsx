import { type FormEvent, type ReactNode, useId } from 'react'
import { FormTrouble } from '#account/account-card.tsx'
import { Dialog, FormButtons } from './dialog.tsx'

type Props = {
  form: { onSubmit: (event: FormEvent<HTMLFormElement>) => unknown; busy: boolean; general?: { sentence: string; traceId: string | undefined } | undefined }
  title: string
  description?: ReactNode
  /** What the button says that sends it. */
  action: ReactNode
  wide?: boolean
  onClose: () => void
  children: ReactNode
}

/** A dialog that is one form: its fields, what is wrong with it as a whole, out of it or on. */
export function FormDialog({ form, title, description, action, wide, onClose, children }: Props) {
  const id = useId()
  return (
    <Dialog
      modalOnly
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      {...(wide && { wide })}
      footer={
        <FormButtons form={id} busy={form.busy} onCancel={onClose}>
          {action}
        </FormButtons>
      }
    >
      <form id={id} noValidate autoComplete="off" className="grid gap-4 pb-1" onSubmit={form.onSubmit}>
        {children}
        <FormTrouble trouble={form.general} />
      </form>
    </Dialog>
  )
}
