import type { PageElement } from './page-tree.ts'

const between = (words: string) => new RegExp(`[\\s_-](?:${words})(?=[\\s_-])`)
const junk = between(
  [
    'cookies?',
    'consent',
    'gdpr',
    'ccpa',
    'cky',
    'onetrust',
    'cookiebot',
    'skip-?link',
    'skip-to-content',
    'screen-reader-text',
    'sr-only',
    'visually-?hidden',
    'visuallyhidden',
    'breadcrumbs?',
    'pagination',
    'pager',
    'page-numbers',
    'paginate',
    'loader',
    'preloader',
    'spinner',
    'loading',
    'captcha',
    'recaptcha',
    'g-recaptcha',
    'olark',
    'habla',
    'tawk',
    'intercom',
    'crisp',
    'drift',
    'zopim',
    'tidio',
    'livechat',
    'chat-?widget',
    'chatbot',
    'colorbox',
    'cboxoverlay',
    'fancybox',
    'lightbox',
    'pswp',
    'share-?buttons?',
    'social-?share',
    'sharedaddy',
    'addtoany',
    'addthis',
    'sharing',
    'tag-?cloud',
    'tagcloud',
    'calendar_wrap',
    'autocomplete',
    'autocompleter-choices',
    'mini-?cart',
    'cart-?drawer',
    'cart-?empty',
    'search-?form',
    'searchform',
    'search-?box',
    'go-?to-?top',
    'gototop',
    'back-?to-?top',
    'scroll-?to-?top',
    'topcontrol',
    'tooltip',
    'slick-cloned',
    'swiper-slide-duplicate',
    'cloned',
    'swiper-notification',
    'comment-?form',
    'respond',
    'wp-?admin-?bar',
    'wpadminbar',
    'print-icon',
    'email-icon',
    'site-description-hidden',
    'language-?switcher',
    'lang-?switcher',
    'goog-te',
    'google_translate_element',
    'skiptranslate',
    'dropdown-?toggle-icon',
    'toast',
    'snackbar',
    'alert-success',
    'alert-danger',
    'form-?error',
    'invalid-feedback',
    'placeholder-text',
    'controlnav',
    'slick-dots',
    'owl-dots',
    'owl-nav',
    'swiper-pagination',
    'carousel-indicators',
    'flex-control-nav',
    'bx-pager',
    'adsbygoogle',
    'advert',
    'advertisement',
    'banner-ad',
    'sponsored',
  ].join('|'),
)
const panel = between(
  'accordion\\w*|tabs?|tab-\\w+|\\w*tabs|panel|panels|collapse|collapsible|answer|faq|toggle|toggle-\\w+|content|drawer-content|expand\\w*|read-?more|details|spoiler',
)
const floating = between(
  'modal|popup|pop-up|overlay|lightbox|offcanvas|off-canvas|drawer|dropdown|dropdown-menu|sub-?menu|mega-?menu|menu|nav|navbar|mobile|alert|message|success|error|hidden-form|loader',
)
const menuMark = between(
  'nav|navbar|navigation|menu|menus|mainmenu|main-menu|topmenu|sitemap|site-map|subnav|topnav|mega-?menu|menubar|navmenu|nav-menu|rpanel_mega|sf-menu|nav-links|footer-?links|footer-?nav|dropdown-menu',
)
const headerMark = between('header|top-?bar|topbar|masthead|site-?header|page-?header-top|inner-bar')
const footerMark = between('footer|colophon|bottom-?bar|copyright|footer-\\w+|site-?footer|bottom-footer')
const asideMark = between('sidebar|side-bar|widget-area|secondary|rightbar|leftbar|left-?column-nav|side-?nav')
const unreadable = new Set([
  'head',
  'script',
  'textarea',
  'datalist',
  'title',
  'meta',
  'link',
  'base',
  'input',
  'dialog',
  'map',
  'progress',
  'meter',
  'frameset',
  'wa-color',
  'wa-title',
])

/** Parts of a page that hold so much of its text are never taken for noise. */
const wholeShare = 0.4

/** Whether an element is nothing a reader would call content: cookie banners, chat widgets, breadcrumbs, clones of carousel slides. */
export function isNoise(element: PageElement, pageSize: number): boolean {
  if (unreadable.has(element.name)) return true
  if (element.marks.length <= 3 && element.attributes.size === 0) return false
  if (element.size > 200 && element.size > pageSize * wholeShare) return false
  if (element.name === 'body' || element.name === 'html' || element.name === 'main') return false
  if (junk.test(element.marks)) return !(element.size > 1500 && /cookie|consent|gdpr|loading|sharing|sponsored|respond/.test(element.marks))
  const role = element.attributes.get('role')
  if (role === 'search' || role === 'alertdialog' || role === 'tooltip' || role === 'progressbar') return true
  const label = element.attributes.get('aria-label')
  if (label && /breadcrumb|pagination|cookie/i.test(label)) return true
  return isAway(element)
}

/** Whether an element is hidden for good: not the folded panel of an accordion or tab, whose text counts. */
function isAway(element: PageElement): boolean {
  if (!isHidden(element)) return false
  if (element.name.length === 2 && element.name.startsWith('h')) return false
  if (isFolded(element)) return false
  return element.size < 80 || floating.test(element.marks)
}

/** Whether an element is folded away until clicked. */
export function isFolded(element: PageElement): boolean {
  return panel.test(element.marks) || element.attributes.get('role') === 'tabpanel' || element.attributes.has('aria-labelledby') || element.name === 'details'
}

/** Whether an element does not show when the page opens. */
export function isHidden(element: PageElement): boolean {
  if (element.attributes.has('hidden')) return true
  const style = element.attributes.get('style')
  if (style && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true
  if (/\sd-none\s/.test(element.marks)) return !/\sd-(?:sm|md|lg|xl|xxl)-(?:block|flex|inline|grid|table)/.test(element.marks)
  if (/\shidden\s/.test(element.marks)) return !/\s(?:sm|md|lg|xl):(?:block|flex|inline|grid|table)/.test(element.marks)
  return /\s(?:w-condition-invisible|is-hidden|hide)\s/.test(element.marks)
}

/** Whether an element is a menu: marked so and made of links. */
export function isMenu(element: PageElement): boolean {
  if (element.size === 0 || element.children.some((child) => typeof child !== 'string' && /^h[1-6]$/.test(child.name))) return false
  const share = element.linked / element.size
  const role = element.attributes.get('role')
  if (element.name === 'nav' || role === 'navigation' || role === 'menu' || role === 'menubar') return share > 0.5
  if (share < 0.75) return false
  return menuMark.test(element.marks) && element.name !== 'body'
}

/** The region an element opens, if any. */
export function regionOf(element: PageElement, pageSize: number): 'header' | 'aside' | 'footer' | 'main' | null {
  const role = element.attributes.get('role')
  if (element.name === 'main' || role === 'main') return 'main'
  if (element.size > 1200 && element.size > pageSize * 0.6) return null
  if (element.name === 'footer' || role === 'contentinfo') return isWithin(element, inner) ? null : 'footer'
  if (element.name === 'header' || role === 'banner') return isWithin(element, inner) ? null : 'header'
  if (element.name === 'aside' || role === 'complementary') return 'aside'
  if (element.name !== 'div' && element.name !== 'td' && element.name !== 'ul' && element.name !== 'table') return null
  if (footerMark.test(element.marks)) return isWithin(element, inner) ? null : 'footer'
  if (asideMark.test(element.marks)) return 'aside'
  if (headerMark.test(element.marks) && !/section|card|entry|widget|page-header|title/.test(element.marks)) return isWithin(element, inner) ? null : 'header'
  return null
}

const inner = new Set(['section', 'article', 'main', 'li', 'figure', 'blockquote'])
function isWithin(element: PageElement, names: Set<string>): boolean {
  for (let at = element.parent; at; at = at.parent) if (names.has(at.name)) return true
  return false
}
