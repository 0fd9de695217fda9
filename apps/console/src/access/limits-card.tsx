import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { useFaultWords } from '#api/fault-words.ts'
import { isMeanwhile, useRevision } from '#api/use-revision.ts'
import { Button } from '#ui/button.tsx'
import { focusWrong } from '#ui/focus-wrong.ts'
import { Card, CardHead } from '#ui/page.tsx'
import { tell } from '#ui/toast.tsx'
import { areLimitsRight, type Entered, LimitFields, type LimitName, numbersOf } from './limit-fields.tsx'

type Props<K extends LimitName, Saved extends { revision: number }> = {
  title: string
  help: string
  names: readonly K[]
  /** What is set already. */
  set: Readonly<{ [name in K]?: number | null | undefined }>
  /** What holds where nothing is set, and what holds now. */
  otherwise: (name: K) => string
  holding: (name: K) => string
  mayWrite: boolean
  /** What is set is a revision that others may set meanwhile. */
  revision: number
  read: () => Promise<Saved>
  save: (limits: Partial<Record<K, number>>, revision: number) => Promise<Saved>
  onSaved: (saved: Saved) => void
}

/** Limits that a person may set, as one form. */
export function LimitsCard<K extends LimitName, Saved extends { revision: number }>({
  title,
  help,
  names,
  set,
  otherwise,
  holding,
  mayWrite,
  ...it
}: Props<K, Saved>) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [values, setValues] = useState<Entered<K>>(Object.fromEntries(names.map((name) => [name, String(set[name] ?? '')])) as Entered<K>)
  const upon = useRevision(it.revision, it.read)
  const save = useMutation({
    mutationFn: () => upon((revision) => it.save(numbersOf(values), revision)),
    onSuccess: (saved) => {
      it.onSaved(saved)
      tell(t('access.saved'))
    },
  })
  return (
    <Card>
      <CardHead title={title} help={help} />
      <form
        noValidate
        className="grid gap-4 border-t px-5 py-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!areLimitsRight(values)) focusWrong(event.currentTarget)
          else if (!save.isPending) save.mutate()
        }}
      >
        <LimitFields
          names={names}
          values={values}
          otherwise={otherwise}
          help={(name) => t('access.holding', { shown: holding(name) })}
          disabled={!mayWrite}
          onChange={setValues}
        />
        {save.error && (
          <FormTrouble trouble={isMeanwhile(save.error) ? { sentence: t('settings.changed_meanwhile'), traceId: undefined } : words(save.error)} />
        )}
        {mayWrite && (
          <div className="flex justify-end">
            <Button type="submit" look="primary" busy={save.isPending}>
              {t('act.save')}
            </Button>
          </div>
        )}
      </form>
    </Card>
  )
}
