import type { Locator, Page } from '@playwright/test'
import type { Furniture } from '../furnished.ts'

/** An act that is refused: where, how it is done by a person, and what stands there as before when it was not done. */
export type Act = { act: string; path: (has: Furniture) => string; does: (page: Page) => Promise<void>; asBefore: (page: Page) => Locator }

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
const press = (page: Page, name: string | RegExp) => button(page, name).click()
/** What is asked in the middle of the page: a toast is a dialog as well, but one that the rest of the page can be used beside. */
const inDialog = (page: Page) => page.locator('[role=alertdialog], [role=dialog]').and(page.locator(':not([aria-modal=false])')).last()
/** Chooses of a menu, and says yes when asked whether it is meant. */
async function choose(page: Page, menu: RegExp, item: string | RegExp, yes?: string): Promise<void> {
  await press(page, menu)
  await page.getByRole('menuitem', { name: item }).click()
  if (yes) await inDialog(page).getByRole('button', { name: yes, exact: true }).click()
}

/** What people do on each page that changes something on the server. */
export const acts: readonly Act[] = [
  {
    act: 'publishes an agent',
    path: ({ draft }) => `/agents/${draft}`,
    does: async (page) => {
      await press(page, 'Publish')
      await inDialog(page).getByRole('button', { name: 'Publish', exact: true }).click()
    },
    asBefore: (page) => inDialog(page).getByRole('button', { name: 'Publish', exact: true }),
  },
  {
    act: 'deletes an agent',
    path: ({ draft }) => `/agents/${draft}`,
    does: (page) => choose(page, /^Actions for Night desk/, 'Delete', 'Delete agent'),
    asBefore: (page) => inDialog(page).getByRole('button', { name: 'Delete agent', exact: true }),
  },
  {
    act: 'edits the draft',
    path: ({ draft }) => `/agents/${draft}`,
    does: async (page) => {
      await page.getByLabel('Greeting').first().fill('Good evening, this is Example Dental.')
      await page.clock.fastForward(1_000)
    },
    asBefore: (page) => page.getByText('Good evening, this is Example Dental.').first(),
  },
  {
    act: 'deletes an item of knowledge',
    path: ({ agent }) => `/agents/${agent}?tab=knowledge`,
    does: (page) => press(page, /^Delete: /),
    asBefore: (page) => button(page, /^Delete: /),
  },
  {
    act: 'approves an item of knowledge',
    path: ({ agent }) => `/agents/${agent}?tab=knowledge`,
    does: (page) => press(page, /^Approve: /),
    asBefore: (page) => button(page, /^Approve: /),
  },
  {
    act: 'runs simulated calls',
    path: ({ agent }) => `/agents/${agent}?tab=simulations`,
    does: (page) => press(page, 'Run all'),
    asBefore: (page) => button(page, 'Run all'),
  },
  {
    act: 'marks an errand as done',
    path: () => '/tools',
    does: (page) => press(page, 'Mark done'),
    asBefore: (page) => button(page, 'Mark done'),
  },
  {
    act: 'answers a question',
    path: () => '/training',
    does: async (page) => {
      await press(page, /^Answer it: /)
      await page.getByRole('textbox', { name: 'Answer' }).fill('No, but there is a shop across the street.')
      await press(page, 'Save as knowledge')
    },
    asBefore: (page) => page.getByRole('textbox', { name: 'Answer' }),
  },
  {
    act: 'dismisses a question',
    path: () => '/training',
    does: (page) => press(page, /^Dismiss/),
    asBefore: (page) => button(page, /^Dismiss/),
  },
  {
    act: 'orders the models',
    path: () => '/providers',
    does: async (page) => {
      await button(page, /^Move House model/).focus()
      await page.keyboard.press('ArrowDown')
    },
    asBefore: (page) => page.locator('[data-row][style*="order: 0"]').filter({ hasText: 'House model' }),
  },
  {
    act: 'turns a model on',
    path: () => '/providers',
    does: (page) => page.getByRole('switch', { name: /^Use House model/ }).click(),
    asBefore: (page) => page.getByRole('switch', { name: /^Use House model/, checked: false }),
  },
  {
    act: 'revokes a key',
    path: () => '/api-keys',
    does: async (page) => {
      await press(page, /^Revoke: /)
      await inDialog(page).getByRole('button', { name: 'Revoke', exact: true }).click()
    },
    asBefore: (page) => page.getByText('Website', { exact: true }).first(),
  },
  {
    act: 'removes a member',
    path: () => '/team',
    does: (page) => choose(page, /^Actions for Bina/, /^Remove/, 'Remove from organisation'),
    asBefore: (page) => page.getByText('Bina', { exact: true }).first(),
  },
  {
    act: 'gives a number to nobody',
    path: () => '/numbers',
    does: async (page) => {
      const choice = page.getByRole('combobox', { name: /^Who answers/ }).first()
      await choice.focus()
      await choice.selectOption('')
    },
    asBefore: (page) =>
      page
        .getByRole('combobox', { name: /^Who answers/ })
        .first()
        .and(page.locator('select:has(option:checked:text("Example Dental"))')),
  },
  {
    act: 'deletes a call',
    path: ({ call }) => `/calls/${call}`,
    does: async (page) => {
      await press(page, 'Delete call')
      await inDialog(page)
        .getByRole('button', { name: /^Delete/ })
        .last()
        .click()
    },
    asBefore: (page) =>
      inDialog(page)
        .getByRole('button', { name: /^Delete/ })
        .last(),
  },
  {
    act: 'asks an application how it is',
    path: ({ app }) => `/applications/${app}?tab=health`,
    does: (page) => press(page, /^Ask now/),
    asBefore: (page) => button(page, /^Ask now/),
  },
  {
    act: 'names the organisation',
    path: () => '/settings?section=organisation',
    does: async (page) => {
      await page.getByLabel('Name of the organisation').first().fill('Rao Dental')
      await press(page, 'Save')
    },
    asBefore: (page) => button(page, 'Save'),
  },
]
