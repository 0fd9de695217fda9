import { useRouter } from '@tanstack/react-router'
import { queryClient } from '#api/client.ts'
import { meQuery } from '#api/me.ts'
import { session } from '#api/session.ts'
import type { Me } from '#api/shapes.ts'

/** Remembers who signed in and leads to where they were going; only to a page of this console. */
export function useAfterSignIn(): (me: Me, next: string | undefined) => Promise<void> {
  const router = useRouter()
  return async (me, next) => {
    session.begin()
    queryClient.clear()
    queryClient.setQueryData(meQuery.queryKey, me)
    const inside = next && /^\/(?![/\\])/.test(next) && new URL(next, location.origin).origin === location.origin
    await router.navigate({ href: inside ? next : '/', replace: true })
  }
}
