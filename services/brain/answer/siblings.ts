import { conceptOf, stem } from '@myna/language'
import type { Evidence } from '#answer/evidence.ts'
import type { Term } from '#answer/question.ts'

/** Concepts of one family: what is said of the one is not said of the others. */
const families = `
big small
new old
buy sell
cheap expensive
fast late
first_one last_one follow-up
morning afternoon evening night
breakfast lunch dinner
dog cat bird rabbit cow horse fish
hatchback sedan suv van truck bus bike scooter bicycle
petrol diesel electric_vehicle
automatic manual_gear
child adult senior
man woman
vegetarian non-vegetarian
single_person couple_pair
online in_person
inside_place outside_place
winter summer rain
student_visa tourist_visa work_visa
weekday weekend
monday tuesday wednesday thursday friday saturday sunday
january february march_month april may_month june july august september october november december
hindi english bengali
gold silver
manicure pedicure
blood urine
primary secondary
beginner advanced
part-time full-time
delivery pickup
refund exchange
tea coffee
wedding birthday
day night
mattress pillow
hand leg
breakfast dinner
`

let built: Map<string, Set<string>> | undefined

/** The stems of the siblings of a concept that are none of its own. */
function siblingStems(id: string): ReadonlySet<string> {
  if (!built) {
    built = new Map()
    for (const line of families.split('\n').filter(Boolean)) {
      const ids = line.split(' ').filter((it) => conceptOf(it))
      for (const one of ids) {
        const own = new Set(conceptOf(one)?.stems ?? [])
        const others = built.get(one) ?? new Set<string>()
        for (const other of ids) if (other !== one) for (const it of conceptOf(other)?.stems ?? []) if (!own.has(it)) others.add(it)
        built.set(one, others)
      }
    }
  }
  return built.get(id) ?? nothing
}
const nothing: ReadonlySet<string> = new Set()

/** Whether evidence names only a sibling of a thing: `Small dog` for a big one, `We buy` for what is sold. */
export function namesSibling(term: Term, { own }: Pick<Evidence, 'own'>): boolean {
  if (term.concepts.length === 0 || term.concepts.length > 3) return false
  if (own.stems.has(stem(term.word))) return false
  return term.concepts.some((id) => !own.stems.isDisjointFrom(siblingStems(id)) && !(conceptOf(id)?.stems ?? []).some((it) => own.stems.has(it)))
}
