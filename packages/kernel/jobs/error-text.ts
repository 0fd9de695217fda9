/** An error in one line for a table, at most 2,000 characters; PostgreSQL text holds no NUL. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.replaceAll('\0', '').slice(0, 2_000)
}
