import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, queryClient } from '#api/client.ts'

const key = ['services']
const tryAgainMs = 3_000

/** How services do, as it changes; `live` is false while news does not come. */
export function useServices(enabled: boolean) {
  const query = useQuery({ queryKey: key, queryFn: () => api.gateway.listServices({}), enabled })
  const [live, setLive] = useState(true)
  useEffect(() => {
    if (!enabled) return
    const stop = new AbortController()
    void (async () => {
      while (!stop.signal.aborted) {
        try {
          for await (const { data } of api.gateway.watchServices({}, { signal: stop.signal })) {
            setLive(true)
            queryClient.setQueryData(key, data)
          }
        } catch {
          if (stop.signal.aborted) return
          setLive(false)
        }
        await new Promise((resolve) => setTimeout(resolve, tryAgainMs))
      }
    })()
    return () => stop.abort()
  }, [enabled])
  return { query, live }
}
