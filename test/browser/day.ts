import type { Locator, Page } from '@playwright/test';
import { expectClean } from './axe.js';
import type { Hands } from './hands.js';

/** The day of somebody who works with the product, with these hands; `word` makes what he writes his own. */
export abstract class Day {
  readonly page: Page;

  constructor(
    readonly hands: Hands,
    readonly word: string,
    /** Whether axe looks at each screen that is passed. */
    private readonly looks: boolean,
  ) {
    this.page = hands.page;
  }

  protected button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  protected async look(): Promise<void> {
    if (this.looks) await expectClean(this.page);
  }
}
