type Paged<T> = { items: T[]; next?: string | undefined }

/** Every item of a list that is known to be short, page by page, `atMost` of them. */
export async function allPages<T>(ask: (page: { limit: number; cursor?: string }) => Promise<Paged<T>>, atMost = 2000): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const page = await ask({ limit: 200, ...(cursor && { cursor }) })
    items.push(...page.items)
    cursor = page.next
  } while (cursor && items.length < atMost)
  return items
}
