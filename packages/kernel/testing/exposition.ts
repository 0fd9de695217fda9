/** A family of samples as Prometheus reads it. */
export type Family = { name: string; type: string; samples: { name: string; labels: Record<string, string>; value: number }[] }

const sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/
const label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(,|$)/y

/**
 * Reads measures in the Prometheus text format 0.0.4, strictly. Throws with the line when it is anything else: a family whose samples stand apart or come before their type, a name
 * or label that is none, a sample twice, a histogram that does not grow to its count.
 */
export function readExposition(text: string): Family[] {
  if (!text.endsWith('\n')) throw new Error('the last line does not end')
  const families = new Map<string, Family>()
  const seen = new Set<string>()
  let open: Family | undefined
  for (const line of text.split('\n')) {
    if (line === '') continue
    const comment = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line)
    if (comment) {
      const [, what, name, rest] = comment as unknown as [string, string, string, string]
      if (what === 'HELP' && families.has(name)) throw new Error(`${name} comes twice`)
      if (what === 'TYPE' && !['counter', 'gauge', 'histogram', 'summary'].includes(rest)) throw new Error(`no type: ${line}`)
      open = families.get(name) ?? { name, type: '', samples: [] }
      if (what === 'TYPE') open.type = rest
      families.set(name, open)
      continue
    }
    const [, name, labels = '', value] = sample.exec(line) ?? []
    if (!name || !open || open.type === '') throw new Error(`no sample, or one before its type: ${line}`)
    const suffix = open.type === 'histogram' ? /^(?:_bucket|_sum|_count)$/ : open.type === 'summary' ? /^(?:_sum|_count|)$/ : /^$/
    if (!name.startsWith(open.name) || !suffix.test(name.slice(open.name.length))) throw new Error(`${name} stands among the samples of ${open.name}`)
    if (seen.has(`${name}{${labels}}`)) throw new Error(`twice: ${line}`)
    seen.add(`${name}{${labels}}`)
    const number = Number(value === '+Inf' ? 'Infinity' : value)
    if (Number.isNaN(number) && value !== 'NaN') throw new Error(`no value: ${line}`)
    if (open.type === 'counter' && number < 0) throw new Error(`a counter below nought: ${line}`)
    open.samples.push({ name, labels: labelsOf(labels, line), value: number })
  }
  for (const family of families.values()) if (family.type === 'histogram') checkHistogram(family)
  return [...families.values()]
}

function labelsOf(text: string, line: string): Record<string, string> {
  const labels: Record<string, string> = {}
  label.lastIndex = 0
  for (let at = 0; at < text.length; at = label.lastIndex) {
    const [, name, value] = label.exec(text) ?? []
    if (name === undefined || value === undefined || name in labels) throw new Error(`a label that is none: ${line}`)
    labels[name] = value
  }
  return labels
}

function checkHistogram({ name, samples }: Family): void {
  const keyOf = ({ le: _le, ...labels }: Record<string, string>) => JSON.stringify(labels)
  for (const count of samples.filter((it) => it.name === `${name}_count`)) {
    const bins = samples.filter((it) => it.name === `${name}_bucket` && keyOf(it.labels) === keyOf(count.labels))
    if (bins.at(-1)?.labels.le !== '+Inf' || bins.at(-1)!.value !== count.value) throw new Error(`${name} does not end at its count`)
    if (bins.some((bin, at) => at > 0 && bin.value < bins[at - 1]!.value)) throw new Error(`${name} does not grow`)
  }
}
