import { readdirSync, readFileSync } from 'node:fs'
import { Policy } from '@myna/contracts/dialogue'
import type { LanguageCode } from '@myna/language'
import { afterAnswer, afterRun } from '#dialogue/after.ts'
import { listen } from '#dialogue/listen.ts'
import { type DialogueState, type Filled, readState } from '#dialogue/state.ts'
import { type Setting, step } from '#dialogue/step.ts'

const folder = new URL('./conversations/', import.meta.url)
/** A Wednesday noon in Kolkata. */
const now = new Date('2026-11-18T06:30:00Z')
const languages: readonly LanguageCode[] = ['en', 'hi', 'hinglish', 'bn']

type Turn = { words: string; kinds: string[]; checks: RegExp[]; language: LanguageCode | null }
type Errand = { goal: string; fields: Record<string, string>; without: string[] }

/** A conversation as it should go: what the caller says, what the agent does in answer, and what is done in the end (null: whatever). */
export type Conversation = { name: string; file: string; policy: string; turns: Turn[]; errands: Errand[] | null }

/** Conversations of the files in `conversations/` whose name begins so. */
export function readConversations(prefix = ''): Conversation[] {
  const found: Conversation[] = []
  for (const file of readdirSync(folder).sort()) {
    if (!file.startsWith(prefix)) continue
    for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n')) readLine(line.trim(), file, found)
  }
  return found
}

function readLine(line: string, file: string, found: Conversation[]): void {
  const last = found.at(-1)
  if (line.startsWith('#')) {
    const [name = '', policy = 'standard'] = line
      .slice(1)
      .split('|')
      .map((it) => it.trim())
    found.push({ name, file, policy, turns: [], errands: null })
  } else if (line.startsWith('=') && last) {
    const [head = '', ...fields] = line
      .slice(1)
      .split(' ; ')
      .map((it) => it.trim())
    if (head === 'any') return
    last.errands ??= []
    if (head === 'none') return
    const [goal = '', ...first] = head.split(' ')
    const all = [first.join(' '), ...fields].filter(Boolean)
    last.errands.push({
      goal,
      fields: Object.fromEntries(all.filter((it) => it.includes('=')).map((it) => [it.slice(0, it.indexOf('=')), it.slice(it.indexOf('=') + 1)])),
      without: all.filter((it) => it.startsWith('-')).map((it) => it.slice(1)),
    })
  } else if (line.includes(' -> ') && last) {
    const [words = '', wanted = ''] = line.split(' -> ')
    const [kinds = '', ...checks] = wanted.split(' ; ').map((it) => it.trim())
    const named = /^\[(\w+)\] /.exec(words)
    const language = languages.find((it) => it === named?.[1]) ?? null
    last.turns.push({ words: words.slice(named?.[0].length ?? 0), kinds: kinds.split('/'), checks: checks.map((it) => new RegExp(it.slice(1), 'u')), language })
  }
}

const policies: Readonly<Record<string, Policy>> = {
  standard: Policy.parse({ remember: 'never' }),
  cafe: Policy.parse({
    remember: 'never',
    handOffs: [
      {
        agentId: '018f3a52-7c1e-7000-8000-000000000001',
        name: 'Accounts',
        phrases: ['billing problem', 'I have a question about my invoice', 'बिल में गड़बड़ है', 'bill me problem hai', 'বিলে সমস্যা'],
      },
    ],
    goals: [
      {
        name: 'order_cake',
        title: 'Order a cake',
        phrases: ['order a cake', 'केक ऑर्डर करना है', 'cake order karna hai', 'কেক অর্ডার করতে চাই'],
        slots: [
          {
            name: 'flavour',
            type: 'choice',
            choices: ['Chocolate', 'Vanilla', 'Butterscotch'],
            prompt: { en: 'Which flavour?', hi: 'कौन सा फ़्लेवर?', hinglish: 'Kaunsa flavour?', bn: 'কোন স্বাদের?' },
          },
          {
            name: 'eggless',
            type: 'yes_no',
            prompt: { en: 'Should it be eggless?', hi: 'क्या बिना अंडे का चाहिए?', hinglish: 'Kya eggless chahiye?', bn: 'ডিম ছাড়া চাই?' },
          },
          { name: 'budget', type: 'money', prompt: { en: 'What is your budget?', hi: 'बजट कितना है?', hinglish: 'Budget kitna hai?', bn: 'বাজেট কত?' } },
          { name: 'day', type: 'time', prompt: { en: 'For which day?', hi: 'किस दिन के लिए?', hinglish: 'Kis din ke liye?', bn: 'কোন দিনের জন্য?' } },
        ],
        done: { en: 'The cake is ordered.', hi: 'केक ऑर्डर हो गया।', hinglish: 'Cake order ho gaya.', bn: 'কেক অর্ডার হয়ে গেছে।' },
      },
      {
        name: 'book_room',
        title: 'Book a room',
        phrases: ['book a room', 'कमरा बुक करना है', 'room book karna hai', 'রুম বুক করতে চাই'],
        slots: [
          {
            name: 'guests',
            type: 'number',
            prompt: { en: 'How many guests?', hi: 'कितने मेहमान होंगे?', hinglish: 'Kitne guests honge?', bn: 'কতজন অতিথি?' },
          },
          {
            name: 'nights',
            type: 'duration',
            prompt: { en: 'How many nights?', hi: 'कितनी रातों के लिए?', hinglish: 'Kitni raat ke liye?', bn: 'কত রাতের জন্য?' },
          },
          { name: 'arrival', type: 'time', prompt: { en: 'From which day?', hi: 'किस दिन से?', hinglish: 'Kis din se?', bn: 'কোন দিন থেকে?' } },
        ],
        done: { en: 'The room is booked.', hi: 'कमरा बुक हो गया।', hinglish: 'Room book ho gaya.', bn: 'রুম বুক হয়ে গেছে।' },
      },
    ],
  }),
}

/** Plays a conversation by the policy alone; every answer is found, unless a refusal is expected. Gives what went otherwise than it should. */
export function play(conversation: Conversation): { faults: string[]; script: string } {
  const policy = policies[conversation.policy]
  if (!policy) throw new Error(`no policy ${conversation.policy}`)
  const own = conversation.file.split('-')[0] as LanguageCode
  let state: DialogueState = readState({})
  let before: LanguageCode | null = null
  let lastSaid: string | null = null
  let readBack: string | null = null
  const [faults, script, done]: [string[], string[], { goal: string; values: Record<string, unknown> }[]] = [[], [], []]
  const prompts: string[] = []
  for (const turn of conversation.turns) {
    const heard = listen(turn.words, { before, languages, now, zone: 'Asia/Kolkata', country: 'IN' })
    before = heard.language
    const setting: Setting = { policy, businessName: 'Hotel Palash', agentName: 'Myna', lastSaid }
    const todo = step(heard, state, setting)
    let [kind, said, slot]: [string, string, string | null] = ['', '', null]
    if (todo.do === 'say') [kind, said, slot] = [todo.kind, todo.sentence, todo.slot ?? null]
    else if (todo.do === 'answer') {
      kind = turn.kinds.includes('refused') ? 'refused' : 'answered'
      said = `… ${todo.afterwards ?? ''}`
    } else if (todo.do === 'run') {
      kind = todo.goal.name === 'opt_out' ? 'opted_out' : todo.goal.name === 'talk_to_human' ? 'wants_human' : 'acted'
      done.push({ goal: todo.goal.name, values: valuesOf(todo.slots) })
      if (todo.goal.confirm && readBack !== JSON.stringify(valuesOf(todo.slots))) faults.push(`"${turn.words}" acts on what was not read back`)
      said = 'done'
    } else [kind, said] = [todo.do === 'hand_off' ? 'handed_off' : 'chatted', todo.sentence]
    state = todo.state
    if (todo.do === 'answer') state = afterAnswer({ refused: kind === 'refused' }, turn.words, todo.offTopic, todo.state, setting)
    if (todo.do === 'run') {
      const told = afterRun(todo.goal, todo.slots, { status: 'done', result: null }, todo.state, setting, heard.language)
      ;[said, state] = [`${told.sentence} ${told.more}`.trim(), told.state]
    }
    const frame = state.frames.at(-1)
    if (kind === 'confirming' || (kind !== 'asked' && frame?.stage === 'confirming')) readBack = JSON.stringify(valuesOf(frame?.slots ?? {}))
    const wanted = turn.kinds.map((it) => (it.includes(' ') ? it : it.split(' ')[0]))
    const got = `${kind}${slot ? ` ${slot}` : ''}`
    const fits = wanted.some((it) => it === got || it === kind)
    script.push(
      `  > ${turn.words}\n    ${fits ? '' : `✗ wanted ${turn.kinds.join('/')}: `}${got} [${heard.language} ${heard.intent} ${heard.confidence.toFixed(2)}] ${said}`,
    )
    if (!fits) faults.push(`"${turn.words}" → ${got}, not ${turn.kinds.join('/')}`)
    for (const check of turn.checks) if (!check.test(said)) faults.push(`"${turn.words}" → says "${said}", not ${check.source}`)
    if (heard.language !== (turn.language ?? own)) faults.push(`"${turn.words}" is heard as ${heard.language}`)
    prompts.push(said)
    if (prompts.length >= 4 && new Set(prompts.slice(-4)).size === 1) faults.push(`asks four times over: ${said}`)
    lastSaid = said
  }
  if (conversation.errands) compare(conversation.errands, done, faults)
  return { faults, script: script.join('\n') }
}

const valuesOf = (slots: Readonly<Record<string, Filled>>) => Object.fromEntries(Object.entries(slots).map(([name, { value }]) => [name, value]))

function compare(wanted: readonly Errand[], done: readonly { goal: string; values: Record<string, unknown> }[], faults: string[]): void {
  if (wanted.map((it) => it.goal).join() !== done.map((it) => it.goal).join()) faults.push(`did ${done.map((it) => it.goal).join() || 'nothing'}`)
  wanted.forEach(({ fields, without }, at) => {
    const values = done[at]?.values ?? {}
    for (const [name, value] of Object.entries(fields)) if (String(values[name]) !== value) faults.push(`${name} is ${String(values[name])}, not ${value}`)
    for (const name of without) if (values[name] !== undefined) faults.push(`${name} should not be known`)
  })
}
