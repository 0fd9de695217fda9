/** Those who follow a signal that lives long, by that signal. */
const followed = new WeakMap<AbortSignal, Set<AbortController>>()

/** A signal that follows others until `end`. */
export type Following = { signal: AbortSignal; end(): void }

/**
 * A signal that is aborted with the first of two, for its reason, until `end`. Unlike one of `AbortSignal.any` it leaves nothing to collect at the one that `lives long`, which is
 * heard by one listener however many follow it.
 */
export function eitherSignal(brief: AbortSignal, livesLong: AbortSignal): Following {
  const controller = new AbortController()
  const { signal } = controller
  const first = brief.aborted ? brief : livesLong.aborted ? livesLong : undefined
  if (first) {
    controller.abort(first.reason)
    return { signal, end: () => {} }
  }
  const heard = () => controller.abort(brief.reason)
  brief.addEventListener('abort', heard, { once: true })
  const others = followersOf(livesLong).add(controller)
  return {
    signal,
    end() {
      brief.removeEventListener('abort', heard)
      others.delete(controller)
    },
  }
}

function followersOf(signal: AbortSignal): Set<AbortController> {
  const known = followed.get(signal)
  if (known) return known
  const followers = new Set<AbortController>()
  followed.set(signal, followers)
  const tell = () => {
    for (const it of followers) it.abort(signal.reason)
    followers.clear()
  }
  signal.addEventListener('abort', tell, { once: true })
  return followers
}
