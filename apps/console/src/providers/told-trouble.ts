/** What models and their vendors are reported to have said, by how the server's sentence reads; `providers.told` has the words of each. */
const told = [
  ['answered', /^(?<model>.+) answered: (?<words>[^]*)$/],
  ['no_key', /^This vendor needs a key\./],
  ['odd_key', /^The key of this provider holds characters/],
  ['refused_key', /refused the key/],
  ['no_credit', /^The account of this language model has no credit/],
  ['unknown_model', /does not know this model or address/],
  ['late', /did not answer in time/],
  ['busy', /says too many requests/],
  ['failure', /failure of its own \(status (?<status>\d+)\)/],
  ['private', /MYNA_MODEL_ALLOW_HOSTS/],
  ['broke_off', /broke off in the middle/],
  ['unreachable', /could not be reached/],
] as const

export type Told = (typeof told)[number][0]

/** Which of the known sentences the server's English one is, with what it names; undefined for one that is shown as it came. */
export function readTold(sentence: string): { told: Told; names: Record<string, string> } | undefined {
  for (const [name, pattern] of told) {
    const match = pattern.exec(sentence)
    if (match) return { told: name, names: { ...match.groups } }
  }
  return undefined
}
