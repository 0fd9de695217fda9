import { describe, expect, it } from 'vitest'
import { extractPage } from '../extract-page.ts'

const factsOf = (label: string, html: string) =>
  extractPage(html, 'https://example.in/')
    .items.filter((item) => item.label === label)
    .map((item) => item.value)

describe('addresses', () => {
  it.each([
    ['<p>14 Hill Cart Road, Pradhan Nagar, Siliguri 734003. Call 0353 251 6677 or 98320 40991.</p>', '14 Hill Cart Road, Pradhan Nagar, Siliguri 734003'],
    ['<p>Plot 88, SIPCOT Phase II, Hosur 635109 Call 04344 276 190</p>', 'Plot 88, SIPCOT Phase II, Hosur 635109'],
    [
      '<p>SF No. 214/3, Avinashi Road, Coimbatore 641062 Built-up area 42,000 sq. ft. Phone: 0422 262 7741</p>',
      'SF No. 214/3, Avinashi Road, Coimbatore 641062',
    ],
    ['<address>Office 7, Karve Road, Kothrud, Pune 411038<br>Carpet area 600 sq. ft.</address>', 'Office 7, Karve Road, Kothrud, Pune 411038'],
    ['<p>Office: 22 Park Street, Kolkata 700016, Mon to Sat 10 am to 8 pm</p>', '22 Park Street, Kolkata 700016'],
  ])('leaves out telephone, hours and floor area: %s', (html, expected) => expect(factsOf('address', html)).toEqual([expected]))
})

describe('hours of a page', () => {
  it('keep the day with what is closed', () =>
    expect(factsOf('opening_hours', '<h2>Contact</h2><p>Office open 10 am to 7 pm, closed on Tuesdays.</p>')).toEqual(['10 am to 7 pm, closed on Tuesdays.']))

  it('say rows of a table one by one', () =>
    expect(
      factsOf(
        'opening_hours',
        '<h3>Working hours</h3><table><tr><td>Monday - Friday</td><td>8:00 - 20:00</td></tr><tr><td>Sunday</td><td>Closed</td></tr></table>',
      ),
    ).toEqual(['Monday - Friday: 8:00 - 20:00, Sunday: Closed']))
})
