import type { Utterance } from '../../packages/understanding/intent/read-utterances.ts'
import { understand } from '../../packages/understanding/understand.ts'
import { bengaliMoreTimes } from '../../packages/understanding/time/cases/bengali-more-times.ts'
import { bengaliOtherTimes } from '../../packages/understanding/time/cases/bengali-other-times.ts'
import { bengaliTimes } from '../../packages/understanding/time/cases/bengali-times.ts'
import { englishMoreTimes } from '../../packages/understanding/time/cases/english-more-times.ts'
import { englishOtherTimes } from '../../packages/understanding/time/cases/english-other-times.ts'
import { englishTimes } from '../../packages/understanding/time/cases/english-times.ts'
import { hindiMoreTimes } from '../../packages/understanding/time/cases/hindi-more-times.ts'
import { hindiOtherTimes } from '../../packages/understanding/time/cases/hindi-other-times.ts'
import { hindiTimes } from '../../packages/understanding/time/cases/hindi-times.ts'
import { hinglishMoreTimes } from '../../packages/understanding/time/cases/hinglish-more-times.ts'
import { hinglishOtherTimes } from '../../packages/understanding/time/cases/hinglish-other-times.ts'
import { hinglishTimes } from '../../packages/understanding/time/cases/hinglish-times.ts'

const tables: Readonly<Record<Utterance['language'], string>> = {
  en: englishTimes + englishMoreTimes + englishOtherTimes,
  hi: hindiTimes + hindiMoreTimes + hindiOtherTimes,
  hinglish: hinglishTimes + hinglishMoreTimes + hinglishOtherTimes,
  bn: bengaliTimes + bengaliMoreTimes + bengaliOtherTimes,
}
/** When and where every row of the tables is said. */
const situation = { reference: new Date('2026-11-18T04:30:00Z'), zone: 'Asia/Kolkata', country: 'IN' }

/** How many rows of the time tables of a language there are, and how many are understood rightly when nobody says which language they are. */
export function judgeTimes(language: Utterance['language']): { rows: number; right: number } {
  const rows = tables[language]
    .split('\n')
    .filter((line) => line.includes('=>'))
    .map((line) => line.split('=>').map((cell) => cell.trim()))
  return { rows: rows.length, right: rows.filter(([text = '', means]) => timesOf(text) === means).length }
}

function timesOf(text: string): string {
  return understand(text, situation)
    .entities.flatMap((it) =>
      it.type === 'time'
        ? [`${it.value.from}${it.value.to === undefined ? '' : `/${it.value.to}`} ${it.value.grain}`]
        : it.type === 'duration'
          ? [it.value.iso]
          : [],
    )
    .join(' ; ')
}
