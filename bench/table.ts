import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Figure, short } from './figure.ts'
import { type Machine, machineLine } from './machine.ts'

type Result = { name: string; machine: Machine; figures: Figure[] }

const begin = '<!-- figures -->'
const end = '<!-- /figures -->'
const results = fileURLToPath(new URL('./results/', import.meta.url))
const page = fileURLToPath(new URL('../docs/figures.md', import.meta.url))

process.exitCode = put(tableOf(readResults()))

/** Writes the table between the two marks of the page of figures; says what is missing and answers 1 when it cannot. */
function put(table: string | undefined): number {
  if (table === undefined) return refuse('There is no saved result. Run `npm run bench -- NAME --save` first.')
  if (!existsSync(page)) return refuse('There is no docs/figures.md to write into.')
  const text = readFileSync(page, 'utf8')
  const from = text.indexOf(begin)
  const to = text.indexOf(end, from)
  if (from < 0 || to < 0) return refuse(`docs/figures.md has no place for the figures: put ${begin} and ${end} where they belong.`)
  writeFileSync(page, `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`)
  process.stdout.write('docs/figures.md holds the saved figures.\n')
  return 0
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}

function readResults(): Result[] {
  if (!existsSync(results)) return []
  return readdirSync(results)
    .filter((it) => it.endsWith('.json'))
    .sort()
    .map((it) => JSON.parse(readFileSync(`${results}${it}`, 'utf8')) as Result)
}

/** Figures that promise something, and those set beside a peer; the rest is in the saved results. */
function tableOf(all: readonly Result[]): string | undefined {
  if (all.length === 0) return undefined
  const rows = all.flatMap(({ name, machine, figures }) =>
    figures
      .filter((it) => it.goal !== null || it.peer !== null)
      .map((it) => `| ${name} | ${it.name} | ${short(it.value)} ${it.unit} | ${besides(it)} | ${promise(it)} | ${machine.date.slice(0, 10)} |`),
  )
  const places = [...new Set(all.map(({ machine }) => placeOf(machine)))]
  return [
    '',
    '| Benchmark | What | Figure | Beside its peer | Goal | Measured |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    ...places.map((it) => `Measured on ${it}. Each row again: \`npm run bench -- <benchmark>\`.`),
    '',
  ].join('\n')
}

function besides({ peer, ratio, unit }: Figure): string {
  return peer === null || ratio === null ? '' : `${short(peer)} ${unit}, ratio ${short(ratio)}`
}

function promise({ goal, holds }: Figure): string {
  return goal === null ? '' : `${goal}: ${holds ? 'holds' : '**missed**'}`
}

/** The machine without the moment. */
function placeOf(machine: Machine): string {
  return machineLine(machine).split(' · ').slice(1, -1).join(' · ')
}
