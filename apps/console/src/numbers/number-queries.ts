import { queryOptions } from '@tanstack/react-query'
import { allPages } from '#api/all-pages.ts'
import { api, queryClient } from '#api/client.ts'

/** Telephone numbers of the organisation. */
export const numbersQuery = queryOptions({ queryKey: ['numbers'], queryFn: () => allPages((page) => api.calls.listNumbers(page)) })

/** Carrier accounts, and whether one can be opened here. */
export const carriersQuery = queryOptions({
  queryKey: ['carriers'],
  queryFn: async () => {
    const { items, canOpenSubaccount } = await api.calls.listCarriers({ limit: 200 })
    return { carriers: items, canOpenSubaccount }
  },
})

/** Asks anew for carriers and numbers. */
export async function numbersChanged(): Promise<void> {
  await Promise.all(['numbers', 'carriers', 'carrier-numbers'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
}
