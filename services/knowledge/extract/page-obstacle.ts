import { type PageTree } from './page-tree.ts'

/** Characters of text below which a page counts as almost empty. */
const almostNothing = 200

/** Whether a page holds almost no text of its own but scripts that would make it. */
export function needsScript(tree: PageTree, text: string, htmlLength: number): boolean {
  const letters = text.replace(/\s+/g, '').length
  if (letters >= almostNothing || tree.scripts === 0) return false
  const mount = tree.elements.some(
    (element) => element.name !== 'html' && /\s(?:app|root|__next|__nuxt|main-app|app-root|react-root|q-app|svelte)\s/.test(element.marks),
  )
  const custom = tree.elements.some((element) => element.name === 'app-root' || element.name === 'router-outlet')
  return (
    mount ||
    custom ||
    /javascript/i.test(tree.noscript) ||
    /enable javascript|javascript (?:is )?(?:required|disabled)/i.test(text) ||
    (letters < 60 && htmlLength > 2_000) ||
    (letters < 20 && tree.scripts > 0)
  )
}

/** Whether a page is a form to sign in and little else. */
export function asksForSignIn(tree: PageTree, text: string): boolean {
  const passwords = tree.elements.filter((element) => element.name === 'input' && element.attributes.get('type')?.toLowerCase() === 'password').length
  const cue = /\b(?:sign in|log ?in|signin|password|forgot)\b|लॉग ?इन|পাসওয়ার্ড|লগ ?ইন/i.test(text)
  return passwords > 0 && passwords <= 3 && text.length < 900 && (cue || text.length < 200)
}
