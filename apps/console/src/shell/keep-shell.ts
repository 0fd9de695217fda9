/** Lets the browser keep the shell of the console, so that it can be installed and opens while the server is away. Without it everything else works. */
export function keepShell(): void {
  if (!('serviceWorker' in navigator)) return
  addEventListener('load', () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined))
}
