import { scriptOf } from '#tokens.ts'

const parts = (text: string) => ['', ...text.split(' ')]

/** What follows the root of a verb, by script and by whether the root ends in a consonant or in `a`. */
const endings = {
  devanagari: {
    consonant: parts('ना ने नी ता ते ती ा ी े ें ूं कर के ेगा ेगी ेंगे ाना ाने ानी ाते ाई वाना वाने वानी वाते वाता वाती वाई वाएं वाकर'),
    vowel: parts('ना ने नी ता ते ती या यी ये ई ए एं ऊं कर के एगा एगी एंगे वाना वाने वानी वाते वाई'),
  },
  latin: {
    consonant: parts('na ne ni ta te ti a i e kar ke ega egi enge oge ana ane ani ate ai wana wane wani wate wata wati wai waye'),
    vowel: parts('na ne ni ta te ti ya yi ye kar ke ega egi enge oge yenge ayenge wana wane wani wate iye'),
  },
  bengali: {
    consonant: parts('া ে ি েন ুন ছে ছেন তে লে বে বেন ব ার াতে ানো ানোর ান াবে াবেন িয়ে েছে েছেন'),
    vowel: parts('নো নোর নোর ন য় তে লে বে বেন ব চ্ছে চ্ছেন'),
  },
}

/** The forms a verb of Hindi (in either script) or Bengali takes after its root: `कट` stands for `कटना`, `कटता`, `कटवाना` and the like. A root of two words ends in the verb. */
export function verbForms(root: string): string[] {
  const script = scriptOf(root)
  if (script !== 'devanagari' && script !== 'latin' && script !== 'bengali') return [root]
  const ends = endings[script][/[aाা]$/u.test(root) ? 'vowel' : 'consonant']
  return [...new Set(ends.map((ending) => root + ending))].filter((form) => form.length >= 4 || form === root)
}
