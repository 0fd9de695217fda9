import { readdirSync, readFileSync } from 'node:fs'

/** Processor time a process has used in all its threads that live, in seconds (Linux: the first field of `schedstat`, in ns). */
export function processorSecondsOf(pid: number): number {
  let sum = 0
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      sum += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
    } catch {
      // It ended between being listed and being read.
    }
  }
  return sum / 1e9
}

/** Processor time the whole machine has used, in seconds, and what its host took away (Linux: proc(5), the first line of `stat`, in 1/100 s). */
export function machineSeconds(): { busy: number; stolen: number } {
  const [user, nice, system, , , irq, softIrq, stolen] = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]!.trim().split(/\s+/).slice(1).map(Number)
  return { busy: (user! + nice! + system! + irq! + softIrq!) / 100, stolen: stolen! / 100 }
}

/** Resident memory of a process, in MB. */
export function residentMb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
}
