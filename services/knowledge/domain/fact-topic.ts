import { plainWords } from '#domain/item-fingerprint.ts'

const set = (list: string) => new Set(list.trim().split(/\s+/))

/** Words of titles that name the kind of fact or the page, not what the fact is about. */
const unspecific = set(`
  phone telephone tel mobile cell call number numbers email mail address addresses opening hours hour timings timing time times business working office open schedule
  founded established since year history story price prices pricing cost costs rate rates fee fees charges plan plans from starting offer warranty guarantee minimum order
  home homepage welcome contact contacts us about our the a an of for and in at on to your we you info information details detail get touch visit find reach location page
  company footer header main overview more summary quick general faq services service products product how what when where is are do does`)

/**
 * What a fact is about, from its title: the words left when those for the kind of fact, the page and the business itself are gone.
 * Empty when it is about the business as a whole. `ownNames` are host names of the business, such as `acmeplumbing.com`.
 */
export function topicOf(title: string, ownNames: readonly string[]): string {
  const words = plainWords(title).split(' ').filter((it) => it && !unspecific.has(it))
  const together = words.join('')
  if (together === '' || ownNames.some((name) => name.replace(/[^a-z0-9]/gi, '').toLowerCase().includes(together))) return ''
  return words.join(' ')
}
