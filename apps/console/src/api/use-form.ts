import { ApiFault } from '@myna/sdk'
import { type FormEvent, useCallback, useRef, useState } from 'react'
import { useSettled } from '#ui/settled.ts'
import { type Told, useFaultWords, useProblemWords } from './fault-words.ts'
import { isMeanwhile } from './use-revision.ts'

type Errors<T> = { [K in keyof T]?: string }

type Options<T, R> = {
  initial: T
  /** What is wrong before anything is sent, by field. */
  check?: (values: T) => Errors<T>
  send: (values: T) => Promise<R>
  onDone: (answer: R, values: T) => unknown
  /** Under which field a fault of the server belongs. */
  faultAt?: { [code: string]: keyof T }
  /** Fields that the contract names otherwise: a form whose field is called as one of its methods has lost that. */
  named?: { [path: string]: keyof T & string }
}

/** A form that keeps what was typed, sends once, and puts every error under its field or above the button. */
export function useForm<T extends Record<string, string>, R>({ initial, check, send, onDone, faultAt, named: aliases }: Options<T, R>) {
  const words = useFaultWords()
  const problemWords = useProblemWords()
  const settled = useSettled()
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Errors<T>>({})
  const [general, setGeneral] = useState<Pick<Told, 'sentence' | 'traceId'> & Partial<Told>>()
  const [fault, setFault] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)
  const saved = useRef<T>(initial)
  const latest = useRef(values)
  latest.current = values

  function show(next: Errors<T>, form: HTMLFormElement): void {
    setErrors(next)
    focusFirst(form, Object.keys(next))
  }

  async function onSubmit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    if (sending.current) return
    const wrong = check?.(values) ?? {}
    setGeneral(undefined)
    setFault(undefined)
    show(wrong, form)
    if (Object.values(wrong).some(Boolean)) return
    sending.current = true
    setBusy(true)
    try {
      const answer = await send(values)
      saved.current = values
      settled()
      await onDone(answer, values)
    } catch (fault) {
      setFault(fault)
      const { sentence, traceId, code } = words(fault)
      const field = faultAt?.[code]
      const named =
        fault instanceof ApiFault
          ? (fault.fields ?? []).map((it) => [aliases?.[it.field] ?? fieldFor(it.field, values), problemWords.field(it.problem)] as const)
          : []
      if (field) show({ [field]: sentence } as Errors<T>, form)
      else if (named.some(([name]) => name)) {
        show(Object.fromEntries(named.filter(([name]) => name)) as Errors<T>, form)
        // A field that has no place for its error must not refuse in silence.
        requestAnimationFrame(() => form.querySelector('[aria-invalid=true]') ?? setGeneral({ sentence: problemWords.form, traceId }))
      } else if (isMeanwhile(fault)) setGeneral({ sentence: problemWords.meanwhile(), traceId: undefined })
      else setGeneral({ sentence: code === 'request.invalid' ? problemWords.form : sentence, traceId, code })
    } finally {
      sending.current = false
      setBusy(false)
    }
  }

  const change = <K extends keyof T & string>(name: K, next: (before: T) => T) => {
    setValues(next)
    if (errors[name]) setErrors((before) => ({ ...before, [name]: undefined }))
  }

  return {
    values,
    errors,
    general,
    /** What was thrown last, for forms that know more about it. */
    fault,
    busy,
    onSubmit,
    /** Whether something is typed that is not saved. */
    isUnsaved: useCallback(() => Object.keys(latest.current).some((name) => latest.current[name] !== saved.current[name]), []),
    set: (change: Partial<T>) => setValues((before) => ({ ...before, ...change })),
    /** Binds an input to a field. */
    bind: <K extends keyof T & string>(name: K) => ({
      name,
      value: values[name],
      onChange: ({ target: { value } }: { target: { value: string } }) => change(name, (before) => ({ ...before, [name]: value })),
    }),
    /** Binds an input whose text suggests what stands in another field, until a person writes there themselves. */
    bindSuggesting: <K extends keyof T & string>(name: K, other: keyof T & string, suggested: (text: string) => string) => ({
      name,
      value: values[name],
      onChange: ({ target: { value } }: { target: { value: string } }) =>
        change(name, (before) => ({ ...before, [name]: value, ...(before[other] === suggested(before[name] ?? '') && { [other]: suggested(value) }) })),
    }),
  }
}

/** The field of a form that a field of the contract is typed into: by its name, or by the last part of its path that the form has. */
function fieldFor(path: string, values: Readonly<Record<string, string>>): string | undefined {
  return path in values
    ? path
    : path
        .split('.')
        .toReversed()
        .find((it) => it in values)
}

/** Leads to the first field of these that stands in the form; in a group of choices, to its first. */
function focusFirst(form: HTMLFormElement, names: readonly string[]): void {
  const wrong = [...form.elements].find((it) => names.includes(it.getAttribute('name') ?? ''))
  const control = wrong instanceof HTMLFieldSetElement ? wrong.querySelector<HTMLElement>('input:not(:disabled), button') : wrong
  if (control instanceof HTMLElement) control.focus()
}
