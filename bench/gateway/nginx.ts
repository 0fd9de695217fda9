import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canned } from './canned.ts'
import { freePort, type Running, untilAnswers } from './running.ts'

/** Whether nginx is installed (Debian: `apt-get install nginx-light`). */
export function hasNginx(): boolean {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Answers in the place of services, by nginx with one worker: cheap enough not to be what is measured. */
export function startCannedNginx(): Promise<Running> {
  const locations = Object.entries(canned).map(
    ([path, answer]) => `location = ${path} { default_type application/json; return 200 '${JSON.stringify(answer)}'; }`,
  )
  return start((port) => `server { listen 127.0.0.1:${port}; ${locations.join(' ')} }`)
}

/** nginx as a reverse proxy with one worker and connections kept. */
export function startNginxProxy(upstreamPort: number): Promise<Running> {
  return start(
    (port) => `
      upstream behind { server 127.0.0.1:${upstreamPort}; keepalive 128; keepalive_requests 1000000000; }
      server { listen 127.0.0.1:${port}; location / { proxy_pass http://behind; proxy_http_version 1.1; proxy_set_header Connection ""; } }`,
  )
}

async function start(serverOf: (port: number) => string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'myna-bench-nginx-'))
  const port = await freePort()
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((it) => `${it}_temp_path ${folder}/${it};`).join(' ')
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; worker_processes 1; pid ${folder}/pid; error_log stderr crit;
     events { worker_connections 4096; }
     http { access_log off; ${temporary} keepalive_requests 1000000000; tcp_nodelay on; ${serverOf(port)} }`,
  )
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'inherit'] })
  const url = `http://127.0.0.1:${port}`
  await untilAnswers(`${url}/health`)
  return {
    url,
    port,
    pid: child.pid!,
    stop() {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
