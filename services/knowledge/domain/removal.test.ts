import fc from 'fast-check'
import { expect, it } from 'vitest'
import { forgetAt, forgottenBefore, restorableMs } from '#domain/removal.ts'

it('forgets what was deleted a day ago, and no sooner than it can be restored', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }), (removed) => {
      const at = forgetAt(removed)
      expect(at.getTime() - removed.getTime()).toBeGreaterThan(restorableMs)
      expect(at.getTime() - removed.getTime()).toBeLessThanOrEqual(restorableMs + 3_600_000)
      expect(forgottenBefore(at).getTime()).toBeGreaterThanOrEqual(removed.getTime())
    }),
  )
})
