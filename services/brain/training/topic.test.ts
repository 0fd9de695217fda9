import { describe, expect, it } from 'vitest'
import { isSameTopic, topicOf } from '#training/topic.ts'

describe('the topic of a question', () => {
  it.each([
    ['Do you have parking?', 'is there any parking available'],
    ['Do you have parking?', 'parking hai kya?'],
    ['Do you have parking?', 'क्या पार्किंग है?'],
    ['What is the price of a haircut?', 'haircut ka price kitna hai'],
  ])('is the same for %j and %j', (one, other) => {
    expect(isSameTopic(topicOf(one), topicOf(other))).toBe(true)
  })

  it.each([
    ['Do you have parking?', 'Do you have a swimming pool?'],
    ['What is the price of a haircut?', 'What is the price of a massage?'],
    ['', ''],
  ])('is another for %j and %j', (one, other) => {
    expect(isSameTopic(topicOf(one), topicOf(other))).toBe(false)
  })
})
