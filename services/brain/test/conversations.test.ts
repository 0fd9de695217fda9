import { describe, expect, it } from 'vitest'
import { play, readConversations } from '#test/conversation-house.ts'

describe.each(['en', 'hi', 'hinglish', 'bn'])('conversations in %s go as they should', (language) => {
  it.each(readConversations(`${language}-`).map((it) => [`${it.file}: ${it.name}`, it] as const))('%s', (_, conversation) => {
    const { faults, script } = play(conversation)
    expect(faults, script).toEqual([])
  })
})
