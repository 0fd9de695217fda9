#!/usr/bin/env node
// Runs the command line on the Node.js that Myna brings, whatever the one that started this file.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const own = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url))
const [major] = process.versions.node.split('.').map(Number)
const program = major >= 24 || !existsSync(own) ? process.execPath : own

// Optimising one function of the embedded PostgreSQL takes 600 MB; unoptimised it all runs about a tenth slower. Only functions numbered 5 are optimised: in PostgreSQL that is
// none of its own, in the detector of voices the one that its time goes to. `npm start` does the same.
const flags = process.argv[2] === 'serve' ? ['--liftoff-only', '--wasm-eager-tier-up-function=5', '--max-semi-space-size=8'] : []
const child = spawn(program, [...flags, main, ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
