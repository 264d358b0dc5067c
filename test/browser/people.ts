import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';

interface Account {
  readonly login: string;
  readonly password: string;
}

/** The demo accounts of the product under test. */
export function passwordOf(login: string): string {
  const file = join(process.env['ATBALSTS_BROWSER_DATA_DIR'] ?? '.data', 'demo-accounts.json');
  const account = (JSON.parse(readFileSync(file, 'utf8')) as Account[]).find((a) => a.login === login);
  if (!account) throw new Error(`no demo account ${login} in ${file}`);
  return account.password;
}

/** A person at a browser of his own, whose clicks are counted. */
export class Person {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async at(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Person> {
    const context = await browser.newContext(options);
    await context.addInitScript(() => {
      // A press of the pointer, not `click`: that event comes a second time from the control of a clicked label, and from keys.
      const count = (): void => sessionStorage.setItem('presses', String(Number(sessionStorage.getItem('presses') ?? 0) + 1));
      addEventListener('pointerdown', (event) => event.isTrusted && count(), { capture: true });
    });
    return new Person(context, await context.newPage());
  }

  /** Signs in by the form, as people do, and waits for the page that is his home. */
  async signIn(login: string): Promise<this> {
    await this.page.goto('/');
    await this.page.getByLabel('Lietotājvārds').fill(login);
    await this.page.getByLabel('Parole', { exact: true }).fill(passwordOf(login));
    await this.page.getByRole('button', { name: 'Pieslēgties' }).click();
    // Asked again and again: one wait across the change of the page has been seen never to end.
    await expect(this.page.getByLabel('Lietotājvārds')).toHaveCount(0);
    return this;
  }

  /** Counts the clicks that `work` takes. */
  async clicks(work: () => Promise<void>): Promise<number> {
    await this.page.evaluate(() => sessionStorage.removeItem('presses'));
    await work();
    return this.page.evaluate(() => Number(sessionStorage.getItem('presses') ?? 0));
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
