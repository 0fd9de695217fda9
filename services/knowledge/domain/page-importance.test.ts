import { describe, expect, it } from 'vitest'
import { pageImportance } from '#domain/page-importance.ts'

describe('pageImportance', () => {
  it.each([
    [0, '/'],
    [0, '/en/'],
    [1, '/contact'],
    [1, '/about-us.html'],
    [1, '/en/pricing'],
    [1, '/our-services/'],
    [1, '/faqs'],
    [1, '/returns-policy'],
    [1, '/hi/contact'],
    [1, '/company/team'],
    [2, '/machines/drill-5'],
    [2, '/services/drain-cleaning'],
    [2, '/some-long-title-about-what-we-do-for-you'],
    [3, '/privacy'],
    [3, '/terms-of-use'],
    [4, '/blog/why-us'],
    [4, '/2023/05/opening'],
    [4, '/tag/contact'],
    [4, '/category/pricing'],
    [4, '/login'],
  ] as const)('rates %i: %s', (importance, path) => {
    expect(pageImportance(`https://example.com${path}`)).toBe(importance)
  })
})
