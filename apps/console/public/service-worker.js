// Keeps the shell of the console, so that it opens also while the server is away: its page and hashed files, never an answer of the API.
const shell = 'myna-shell-1'
// Each build brings files of other names; the oldest go.
const mostFiles = 400

self.addEventListener('install', (event) => {
  const keep = async () => {
    // The server gives its page to who asks for one.
    const answer = await fetch('/', { headers: { accept: 'text/html' } })
    if (!answer.ok) throw new Error(`The page answered ${answer.status}.`)
    await (await caches.open(shell)).put('/', answer)
  }
  event.waitUntil(keep())
  self.skipWaiting()
})
self.addEventListener('activate', (event) => {
  const drop = async () => Promise.all((await caches.keys()).filter((it) => it !== shell).map((it) => caches.delete(it)))
  event.waitUntil(drop().then(() => self.clients.claim()))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (url.pathname.startsWith('/assets/') || /^\/(favicon\.svg|first-paint\.js|manifest\.json)$/.test(url.pathname)) event.respondWith(file(request, url))
})

async function page(request) {
  const cache = await caches.open(shell)
  try {
    const answer = await fetch(request)
    // Every address of the console is the same page.
    if (answer.ok && answer.headers.get('content-type')?.includes('text/html') && !new URL(request.url).pathname.includes('.'))
      await cache.put('/', answer.clone())
    return answer
  } catch (error) {
    const kept = await cache.match('/')
    if (kept) return kept
    throw error
  }
}

async function file(request, url) {
  const cache = await caches.open(shell)
  const hashed = url.pathname.startsWith('/assets/')
  const kept = await cache.match(request)
  if (kept && hashed) return kept
  try {
    const answer = await fetch(request)
    if (answer.status === 200) {
      await cache.put(request, answer.clone())
      if (hashed) await prune(cache)
    }
    return answer
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

async function prune(cache) {
  const files = (await cache.keys()).filter((it) => new URL(it.url).pathname.startsWith('/assets/'))
  await Promise.all(files.slice(0, Math.max(0, files.length - mostFiles)).map((it) => cache.delete(it)))
}
