/** Leads to the first field of a form that is marked as wrong, as soon as it is drawn so. */
export function focusWrong(form: HTMLFormElement): void {
  const marked = () => form.querySelector<HTMLElement>('[aria-invalid=true]')
  const already = marked()
  if (already) return already.focus()
  // What a server refused is drawn a frame later than what is refused here.
  requestAnimationFrame(() => requestAnimationFrame(() => marked()?.focus()))
}
