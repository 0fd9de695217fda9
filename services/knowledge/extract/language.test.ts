import { describe, expect, it } from 'vitest'
import { languageOf } from './language.ts'

describe('language', () => {
  it.each([
    ['We are open from nine to six and you can visit us any day.', 'en'],
    ['हम सोमवार से शनिवार तक खुले हैं।', 'hi'],
    ['আমরা প্রতিদিন খোলা থাকি।', 'bn'],
    ['Aap humse kisi bhi din mil sakte hain, hamari dukaan station ke paas hai.', 'hinglish'],
    ['आम्ही रोज सकाळी उघडतो आणि संध्याकाळी बंद होतो', 'mr'],
    ['Nous sommes ouverts tous les jours sauf le dimanche et les jours de fête pour vous.', 'fr'],
    ['எங்கள் கடை தினமும் திறந்திருக்கும்', 'ta'],
    ['Мы открыты каждый день', 'ru'],
  ])('of "%s" is %s', (text, language) => expect(languageOf(text, 'en')).toBe(language))

  it('falls back where a text is too short to tell', () => expect(languageOf('Pizza', 'bn')).toBe('bn'))
})
