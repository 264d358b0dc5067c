import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What a theme can change; all else is the same page. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** WCAG 2.2 AA as far as a program can tell; what is wrong is named with its place. */
export async function expectClean(page: Page): Promise<void> {
  await expectNothing(new AxeBuilder({ page }).withTags(TAGS));
}

async function expectNothing(axe: AxeBuilder): Promise<void> {
  // Legacy: without frames of other origins the answer is the same, and no second page is opened to put it together.
  const { violations } = await axe.setLegacyMode().analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join('; ')}`)).toEqual([]);
}

/** The same in the light theme, and its colours in the dark one, without loading the page again: the product follows the system while it runs. */
export async function expectCleanInBothThemes(page: Page): Promise<void> {
  await wear(page, 'light');
  await expectClean(page);
  await wear(page, 'dark');
  await expectNothing(new AxeBuilder({ page }).withRules(OF_COLOURS));
}

async function wear(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
}
