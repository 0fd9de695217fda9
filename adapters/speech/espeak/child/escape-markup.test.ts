import { expect, it } from 'vitest'
import { escapeMarkup } from './escape-markup.ts'

it.each([
  ['R&D < 5 > 4', 'R&amp;D &lt; 5 &gt; 4'],
  ['<break time="9s"/>', '&lt;break time="9s"/&gt;'],
  ['[[h@loU]]', '[ [h@loU]]'],
  ['[[[', '[ [ ['],
  ['a\u0000b\u001bc', 'a b c'],
  ['lone \uD800 surrogate', 'lone   surrogate'],
  ['नमस्ते 😀', 'नमस्ते 😀'],
])('escapes %j', (text, escaped) => expect(escapeMarkup(text)).toBe(escaped))
