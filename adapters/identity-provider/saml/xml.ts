import { DOMParser } from '@xmldom/xmldom'
import { PortFault } from '@myna/ports/fault'

/** Everything SAML says lies in these. */
export const namespaces = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
} as const

/** A refusal that trying again does not help. */
export function refused(why: string, cause?: unknown): PortFault {
  return new PortFault(`A SAML message is refused: ${why}.`, { retryable: false, cause })
}

/**
 * Reads XML of strangers. A document type could name files and addresses or grow without end (XXE, billion laughs), a comment or an instruction could
 * split a text so that what is signed and what is read differ: none of them is let in.
 */
export function parseXml(xml: string): Element {
  if (/<!(?!\[CDATA\[)/.test(xml)) throw refused('it holds a document type, an entity or a comment')
  if (/<\?(?!xml\s)/i.test(xml)) throw refused('it holds an instruction')
  const stop = (message: string) => {
    throw refused(`it is no XML: ${message.slice(0, 120)}`)
  }
  const document = new DOMParser({ errorHandler: { warning: stop, error: stop, fatalError: stop } }).parseFromString(xml, 'text/xml') as Document | undefined
  const root = document?.documentElement
  if (!root) throw refused('it is empty')
  return root
}

/** Elements of this name directly below an element. */
export function childrenOf(parent: Element, namespace: string, name: string): Element[] {
  return Array.from(parent.childNodes as unknown as ArrayLike<Node>).filter(
    (it): it is Element => it.nodeType === 1 && (it as Element).namespaceURI === namespace && (it as Element).localName === name,
  )
}

/** The one element of this name directly below; throws when there is none or more than one. */
export function onlyChild(parent: Element, namespace: string, name: string): Element {
  const [found, another] = childrenOf(parent, namespace, name)
  if (!found || another) throw refused(`there is not exactly one ${name}`)
  return found
}

/** Elements of this name anywhere below, whatever their namespace. */
export function allBelow(parent: Element, name: string): Element[] {
  return Array.from(parent.getElementsByTagNameNS('*', name) as unknown as ArrayLike<Element>)
}

/** The text of an element that holds nothing else. */
export function textOf(element: Element): string {
  const nodes = Array.from(element.childNodes as unknown as ArrayLike<Node>)
  if (nodes.some((it) => it.nodeType !== 3 && it.nodeType !== 4)) throw refused(`${element.localName} holds more than a text`)
  return (element.textContent ?? '').trim()
}

/** A text as it stands in XML. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`)
}
