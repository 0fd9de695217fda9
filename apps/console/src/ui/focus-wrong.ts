/** Leads to the first field of a form that is marked as wrong, once it is drawn so. */
export function focusWrong(form: HTMLFormElement): void {
  // What a server refused is drawn a frame later than what is refused here.
  requestAnimationFrame(() => requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()))
}
