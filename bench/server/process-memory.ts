import { readdirSync, readFileSync } from 'node:fs'

/** What a process and all its descendants hold, in MB. `pss` counts memory shared with others by its share; `peak` is the sum of each one's highest. */
export type Memory = { rss: number; pss: number; peak: number; processes: number }

/** Memory of a tree of processes as Linux accounts for it (proc(5): `smaps_rollup`, and `VmHWM` of `status`). */
export function memoryOf(pid: number): Memory {
  const sum: Memory = { rss: 0, pss: 0, peak: 0, processes: 0 }
  for (const one of treeOf(pid)) {
    try {
      const rollup = readFileSync(`/proc/${one}/smaps_rollup`, 'utf8')
      const status = readFileSync(`/proc/${one}/status`, 'utf8')
      sum.rss += megabytes(rollup, 'Rss')
      sum.pss += megabytes(rollup, 'Pss')
      sum.peak += megabytes(status, 'VmHWM')
      sum.processes++
    } catch {
      // It ended between being listed and being read.
    }
  }
  return sum
}

function megabytes(text: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) / 1024
}

function treeOf(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      // The name of a program may hold anything, so the fields are counted from behind its closing bracket.
      const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1])
      children.set(parent, [...(children.get(parent) ?? []), Number(name)])
    } catch {
      // It ended meanwhile.
    }
  }
  const tree = [pid]
  for (const one of tree) tree.push(...(children.get(one) ?? []))
  return tree
}
