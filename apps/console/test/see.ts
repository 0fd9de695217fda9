import { expect } from '@playwright/test'

/** Waits until a page shows what is expected, as long as a machine with much to do may need; then says what was there instead. */
export const see = expect.configure({ timeout: 20_000 })
