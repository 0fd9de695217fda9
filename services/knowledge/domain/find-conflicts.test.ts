import { describe, expect, it } from 'vitest'
import { type ComparedFact, findConflicts } from '#domain/find-conflicts.ts'

const fact = (label: string, title: string, value: string, url = `https://acme.example/${encodeURIComponent(value)}`): ComparedFact => ({
  id: `${title}|${value}`,
  label,
  title,
  value,
  text: value,
  url,
  state: 'found',
})
const labelsOf = (...facts: ComparedFact[]) => findConflicts(facts, ['www.acme-plumbing.example']).map((it) => it.label)

describe('findConflicts', () => {
  it.each<[string, ComparedFact[]]>([
    ['two years of foundation', [fact('founded', 'About us', 'Founded in 1998'), fact('founded', 'History', 'since 2001')]],
    ['two accounts of the week', [fact('opening_hours', 'Contact › Opening hours', 'Mon-Fri 9-5'), fact('opening_hours', 'Hours', 'Mon-Fri 9-6')]],
    [
      'the same, under the name of the business',
      [fact('opening_hours', 'Acme Plumbing: Opening hours', 'Mon-Fri 9-5'), fact('opening_hours', 'Hours', 'Mon-Fri 9-6')],
    ],
    [
      'the same, under other headings',
      [
        fact('opening_hours', 'Contact › Come and see us any time, we love visitors of every age › Opening hours', 'Mon-Fri 9-5'),
        fact('opening_hours', 'Home › Acme Plumbing since 1998 › Opening hours', 'Mon-Fri 9-6'),
      ],
    ],
    [
      'two prices under two headings',
      [fact('price', 'Services › Deep cleaning › Price', '$120'), fact('price', 'Pricing › Homes › Deep cleaning › Price', '$135')],
    ],
    ['open and closed', [fact('opening_hours', 'Hours', 'Mon-Sun 9-5'), fact('opening_hours', 'Hours', 'Mon-Sat 9-5, Sunday closed')]],
    ['two prices of one thing', [fact('price', 'Deep cleaning', '$120'), fact('price', 'Pricing › Deep cleaning', '$ 135.00')]],
    [
      'one address with two house numbers',
      [fact('address', 'Address', '12 Anna Salai, Guindy, Chennai 600032'), fact('address', 'Visit us', '21 Anna Salai, Guindy, Chennai 600032')],
    ],
    [
      'two numbers of one department',
      [
        fact('phone', 'Emergency hotline', '+91 44 2345 6789', 'https://acme.example/a'),
        fact('phone', 'Emergency hotline', '+91 44 9999 6789', 'https://acme.example/b'),
      ],
    ],
    ['two warranties of one thing', [fact('warranty', 'Boiler X', '2 years'), fact('warranty', 'Boiler X', '5 years')]],
  ])('tells of %s', (_, facts) => {
    expect(labelsOf(...facts)).toEqual([facts[0]!.label])
  })

  it.each<[string, ComparedFact[]]>([
    ['several phone numbers', [fact('phone', 'Phone', '044 2345 6789'), fact('phone', 'Call us', '044 1111 2222')]],
    ['numbers of departments', [fact('phone', 'Sales', '044 2345 6789'), fact('phone', 'Service', '044 1111 2222')]],
    ['one number written twice', [fact('phone', 'Sales', '+91 44 2345 6789'), fact('phone', 'Sales', '044-2345-6789'.replace(/^0/, ''))]],
    [
      'two branches',
      [fact('address', 'Address', '12 Anna Salai, Guindy, Chennai 600032'), fact('address', 'Address', '8 MG Road, Indiranagar, Bengaluru 560038')],
    ],
    ['hours of two branches', [fact('opening_hours', 'Chennai', 'Mon-Fri 9-5'), fact('opening_hours', 'Bengaluru', 'Mon-Fri 10-7')]],
    [
      'hours of no branch in particular when there are two',
      [
        fact('address', 'Address', '12 Anna Salai, Guindy, Chennai 600032'),
        fact('address', 'Address', '8 MG Road, Indiranagar, Bengaluru 560038'),
        fact('opening_hours', 'Hours', 'Mon-Fri 9-5'),
        fact('opening_hours', 'Hours', 'Mon-Fri 10-7'),
      ],
    ],
    ['hours of shop and workshop', [fact('opening_hours', 'Shop hours', 'Mon-Fri 9-5'), fact('opening_hours', 'Workshop hours', 'Mon-Fri 8-4')]],
    [
      'hours of departments under one heading',
      [
        { ...fact('opening_hours', 'Opening hours', 'Mon-Fri 9-5'), text: 'Sales: Mon-Fri 9-5' },
        { ...fact('opening_hours', 'Opening hours', 'Mon-Fri 8-4'), text: 'Service: Mon-Fri 8-4' },
      ],
    ],
    ['a branch opened later', [fact('founded', 'About', '1998'), { ...fact('founded', 'About', '2005'), text: 'The second branch was founded in 2005.' }]],
    ['a split day', [fact('opening_hours', 'Hours', 'Mon 9:00-12:00'), fact('opening_hours', 'Hours', 'Mon 13:00-17:00')]],
    ['prices of two things', [fact('price', 'Deep cleaning', '$120'), fact('price', 'Window cleaning', '$80')]],
    ['prices of nothing in particular', [fact('price', 'Pricing', '$120'), fact('price', 'Price', '$80')]],
    ['a price a month and a year', [fact('price', 'Gold plan', '$10 per month'), fact('price', 'Gold plan', '$100 per year')]],
    ['prices in two currencies', [fact('price', 'Gold plan', '$10'), fact('price', 'Gold plan', '₹800')]],
    [
      'variants on one page',
      [fact('price', 'Pizza Margherita', '$10', 'https://acme.example/menu'), fact('price', 'Pizza Margherita', '$14', 'https://acme.example/menu')],
    ],
    ['a price from', [fact('price', 'Deep cleaning', 'from $100'), fact('price', 'Deep cleaning', '$120')]],
    ['one year twice', [fact('founded', 'About', '1998'), fact('founded', 'History', 'Since 1998')]],
    ['what the company and its plant began', [fact('founded', 'About', '1998'), fact('founded', 'Pune plant', '2005')]],
    ['facts of labels that may be many', [fact('social', 'Facebook', 'a'), fact('social', 'Facebook', 'b')]],
  ])('is silent about %s', (_, facts) => {
    expect(labelsOf(...facts)).toEqual([])
  })

  it('compares what a person wrote instead of what was found', () => {
    const one = fact('founded', 'About', '1998')
    const other = { ...fact('founded', 'History', '2001'), state: 'edited' as const, text: 'Founded in 1998.' }
    expect(labelsOf(one, other)).toEqual([])
  })

  it('names a conflict the same whatever the order', () => {
    const facts = [fact('founded', 'About', '1998'), fact('founded', 'History', '2001'), fact('founded', 'Home', '2001')]
    const [conflict] = findConflicts(facts, [])
    const [reversed] = findConflicts([...facts].reverse(), [])
    expect(conflict!.topic).toBe(reversed!.topic)
    expect([...conflict!.itemIds].sort()).toEqual([...reversed!.itemIds].sort())
    expect(conflict!.itemIds).toHaveLength(3)
  })
})
