/** The first bytes of a body, and the whole of it from its beginning. */
export async function headOf(body: AsyncIterable<Uint8Array>, bytes: number): Promise<{ head: Uint8Array; whole: AsyncIterable<Uint8Array> }> {
  const chunks = body[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  while (length < bytes) {
    const { done, value } = await chunks.next()
    if (done) break
    first.push(value)
    length += value.byteLength
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* first
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
  }
  return { head: Buffer.concat(first).subarray(0, bytes), whole: whole() }
}
