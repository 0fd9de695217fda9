/** What an operation says of itself: English in every language of the console, with its `code` set as code. */
export function OwnWords({ text }: { text: string }) {
  const parts = text.split('`')
  return (
    <span lang="en">
      {parts.map((part, i) =>
        i % 2 === 1 ? (
          <code key={`${i}${part}`} className="font-mono text-[0.92em]">
            {part}
          </code>
        ) : (
          part
        ),
      )}
    </span>
  )
}
