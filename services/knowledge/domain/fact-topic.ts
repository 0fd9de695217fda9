import { plainWords } from '#domain/item-fingerprint.ts'

const set = (list: string) => new Set(list.trim().split(/\s+/))

/** Words of titles that name the kind of fact or the page, not what the fact is about. */
const unspecific = set(`
  phone telephone tel mobile cell call number numbers email mail address addresses opening hours hour timings timing time times business working office open schedule
  founded established since year history story price prices pricing cost costs rate rates fee fees charges plan plans from starting offer warranty guarantee minimum order
  home homepage welcome contact contacts us about our the a an of for and in at on to your we you info information details detail get touch visit find reach location page
  company footer header main overview more summary quick general faq services service products product how what when where is are do does are be been has have was were open opened we call daily`)

/** A heading longer than this is a slogan or a sentence, not a name of something. */
const longestName = 6

/**
 * What a fact is about: the nearest heading of its title (`Services › Deep cleaning › Price`) that names something once the words
 * for the kind of fact and the page are gone. Empty when it is about the business as a whole. `ownNames` are its host names.
 */
export function topicOf(title: string, ownNames: readonly string[]): string {
  for (const part of title.split(/[›>|]/).reverse()) {
    const topic = topicOfWords(part, ownNames)
    if (topic !== '') return topic
  }
  return ''
}

/** What a few words name, apart from the kind of fact, the page and the business itself; empty when nothing, or when they are a sentence. */
export function topicOfWords(text: string, ownNames: readonly string[]): string {
  const words = plainWords(text)
    .split(' ')
    .filter((it) => it && !unspecific.has(it))
  if (words.length === 0 || words.length > longestName || isOwnName(words.join(''), ownNames)) return ''
  return words.join(' ')
}

/** Whether squeezed words hold, or are part of, the name in one of the host names. */
function isOwnName(together: string, ownNames: readonly string[]): boolean {
  return ownNames.some((host) => {
    const squeezed = host
      .replace(/^www\./, '')
      .replace(/[^a-z0-9]/gi, '')
      .toLowerCase()
    const name = host
      .replace(/^www\./, '')
      .split('.')[0]!
      .replace(/[^a-z0-9]/gi, '')
      .toLowerCase()
    return squeezed.includes(together) || (name.length >= 4 && !/^\d+$/.test(name) && together.includes(name))
  })
}
