import type { PageElement } from './page-tree.ts'
import { readable } from './readable-text.ts'

const routine = new Set(
  `
      home|homepage|main|start|index|about|about us|about-us|who we are|our story|contact|contact us|get in touch|reach us|blog|blogs|news|article|
      articles|login|log in|sign in|sign up|register|my account|account|logout|cart|my cart|checkout|wishlist|search|menu|close|more|faq|faqs|
      faqs/help|help|support|sitemap|site map|privacy|privacy policy|terms|terms of use|terms of service|terms & conditions|terms and conditions|
      policy|policies|disclaimer|cookie policy|testimonials|reviews|gallery|photos|videos|media|press|careers|jobs|team|our team|services|
      our services|products|our products|shop|shop online|store|portfolio|projects|download|downloads|resources|payment|pay online|enquiry|enquire|
      enquire now|book now|get a quote|request a quote|quick links|useful links|links|home page|product information|overview|view all|see all|all|
      back|next|previous|english|हिन्दी|हिंदी|বাংলা|en|hi|bn|facebook|twitter|instagram|linkedin|youtube|whatsapp|google plus|pinterest|होम|
      हमारे बारे में|संपर्क|संपर्क करें|सेवाएँ|सेवाएं|ब्लॉग|गैलरी|লগইন|হোম|মূল পাতা|আমাদের সম্পর্কে|আমাদের কথা|যোগাযোগ|যোগাযোগ করুন|সেবা|সেবাসমূহ|
      ব্লগ|গ্যালারি`
    .split('|')
    .map((label) => label.trim()),
)

/** Whether a link's words say only where to go on any website ("Home", "Contact us"), nothing about the business. */
export function isRoutineLabel(label: string): boolean {
  return routine.has(
    label
      .toLowerCase()
      .replace(/[»›>:.!]+$/, '')
      .trim(),
  )
}

/** Most submenus read of one menu, and most labels of one submenu. */
const maxMenus = 150
const maxLabels = 80

/** Reads the submenus of a menu: the labels that lead to each and the labels in it; then, with no path, the labels that lead to no submenu. Routine links are left out. */
export function readMenu(menu: PageElement, found: (path: string[], labels: string[]) => void): void {
  let menus = 0
  const flat: string[] = []
  const visit = (element: PageElement, path: string[]) => {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      if (child.name !== 'li') {
        visit(child, path)
        continue
      }
      const list = innerList(child, 6)
      if (!list) {
        const text = path.length === 0 && leadsAway(child) ? ownLabel(child) : ''
        if (text && !isRoutineLabel(text) && !flat.includes(text) && flat.length < maxLabels) flat.push(text)
        continue
      }
      const label = ownLabel(child)
      const below = label ? [...path, label] : path
      const labels: string[] = []
      for (const entry of entriesOf(list)) {
        if (innerList(entry, 6)) continue
        const text = ownLabel(entry)
        if (text && !isRoutineLabel(text) && !labels.includes(text) && labels.length < maxLabels) labels.push(text)
      }
      if (below.length > 0 && labels.length > 0 && menus++ < maxMenus) found(below, labels)
      if (below.length < 6) visit(list, below)
    }
  }
  visit(menu, [])
  if (flat.length > 1) found([], flat)
}

/** Whether an entry leads to another page, not to a place on this one. */
function leadsAway(entry: PageElement): boolean {
  const link = entry.children.find((child): child is PageElement => typeof child !== 'string' && child.name === 'a')
  return !link?.attributes.get('href')?.startsWith('#')
}

function innerList(element: PageElement, depth: number): PageElement | null {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.name === 'ul' || child.name === 'ol') return child
    if (depth > 0 && child.name === 'div') {
      const list = innerList(child, depth - 1)
      if (list) return list
    }
  }
  return null
}

function entriesOf(list: PageElement): PageElement[] {
  return list.children.filter((child): child is PageElement => typeof child !== 'string' && child.name === 'li')
}

/** The words of a menu entry without those of its submenus. */
function ownLabel(entry: PageElement): string {
  const words = (element: PageElement): string => {
    let text = ''
    for (const child of element.children) {
      if (typeof child === 'string') text += child
      else if (child.name !== 'ul' && child.name !== 'ol' && !innerList(child, 6)) text += ` ${words(child)}`
    }
    return text
  }
  const label = readable(words(entry)).trim()
  return label.length <= 120 ? label : ''
}
