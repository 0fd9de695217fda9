import type { Block } from './block.ts'

const holder = /^(?:[^\n]{0,40}\s)?(?:©|\(c\)|copyright\b|कॉपीराइट|কপিরাইট)/i

/** Takes the surroundings of the copyright line for the page's footer where nothing marks one, so that headings and the subject of the page do not rule there. */
export function markFooter(blocks: Block[]): void {
  for (let at = blocks.length - 1; at >= Math.max(0, blocks.length * 0.6, blocks.length - 60); at--) {
    const block = blocks[at]
    if (!block || !holder.test(block.text)) continue
    if (block.zone > 0) return
    let box = block.element
    while (box.parent && box.to - box.from <= 3 && box.parent.name !== 'body' && box.parent.to - box.parent.from <= 16) box = box.parent
    const zone = 1 + blocks.reduce((most, each) => Math.max(most, each.zone), 0)
    const [from, to] = box.parent?.name === 'body' && box.to - box.from <= 1 ? [at, blocks.length] : [box.from, box.to]
    for (const each of blocks.slice(Math.min(from, at), to)) {
      if (each.zone > 0) continue
      each.zone = zone
      if (each.region === 'main') each.region = 'footer'
    }
    return
  }
}
