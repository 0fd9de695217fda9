import { queryClient } from '#api/client.ts'
import { meQuery } from '#api/me.ts'
import { session } from '#api/session.ts'
import type { Me } from '#api/shapes.ts'
import { router } from '#router.tsx'

/** Remembers who signed in and leads to where they were going; only to a page of this console. */
export async function afterSignIn(me: Me, next: string | undefined): Promise<void> {
  session.begin()
  queryClient.clear()
  queryClient.setQueryData(meQuery.queryKey, me)
  const inside = next && /^\/(?![/\\])/.test(next) && new URL(next, location.origin).origin === location.origin
  await router.navigate({ href: inside ? next : '/', replace: true })
}
