import { becomeSupervisor, wantsSupervisor } from '#supervise.ts'

const args = process.argv.slice(2)
if (wantsSupervisor(args)) await becomeSupervisor(args.slice(1))
else {
  const { runCommand } = await import('#command-line.ts')
  process.exitCode = await runCommand(args, process.env)
}
