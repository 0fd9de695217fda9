/** Asks the shop how many of an item are left. Settings: `address` and `key` of its API. */
export async function check_stock({ item }, { settings, fetch }) {
  const answer = await fetch(`${settings.address ?? 'https://api.example.com'}/stock/${encodeURIComponent(item)}`, { headers: { 'x-key': settings.key } })
  if (answer.status === 404) return { item, known: false }
  if (!answer.ok) throw new Error(`The shop answered ${answer.status}.`)
  return { ...(await answer.json()), known: true }
}
