import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any page has between two things that belong together. */
const STOPS = 90;
const OPTIONS = 15;

/** Whether the focus is there, or on another of the same radio buttons. */
const isReached = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const active = document.activeElement;
    if (element === active) return true;
    const [radio, other] = [element, active] as Partial<HTMLInputElement>[];
    return radio?.type === 'radio' && other?.type === 'radio' && radio.name === other.name;
  });

const isFocused = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement);

/** Whether an option is the one that Enter would take. */
const isMarked = (option: Locator): Promise<boolean> =>
  option.evaluate((element) =>
    element.hasAttribute('data-combobox-option')
      ? element.hasAttribute('data-combobox-selected')
      : element.getAttribute('aria-selected') === 'true',
  );

/** Somebody who works with the pointer, or with the keyboard alone; letters are typed by both. */
export class Hands {
  constructor(
    readonly page: Page,
    readonly keys: boolean,
  ) {}

  /** By the pointer one way, by keys another. */
  async by(pointer: () => Promise<void>, keys: () => Promise<void>): Promise<void> {
    await (this.keys ? keys() : pointer());
  }

  /** Goes there with Tab, forwards and then backwards, as far as a page reaches. */
  async reach(target: Locator): Promise<void> {
    await target.waitFor({ timeout: 15_000 });
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let stop = 0; stop < STOPS; stop += 1) {
        if (await isReached(target)) return;
        await this.page.keyboard.press(key);
      }
    }
    throw new Error(`the keyboard does not reach ${target.toString()}`);
  }

  /** A button, a link or a box. */
  async press(target: Locator, key = 'Enter'): Promise<void> {
    if (!this.keys) return target.click();
    await this.reach(target);
    await this.page.keyboard.press(key);
  }

  async type(target: Locator, text: string): Promise<void> {
    if (this.keys) await this.reach(target);
    else await target.click();
    await this.page.keyboard.insertText(text);
  }

  /** One of a few, by its words. */
  async choose(scope: Locator | Page, words: string | RegExp): Promise<void> {
    const radio = scope.getByRole('radio', { name: words }).first();
    if (!this.keys) await scope.getByText(words).first().click();
    else {
      // By where the focus is: a choice that is sent to the server first (the language) shows only when it has come back.
      await this.reach(radio);
      for (let at = 0; at < OPTIONS && !(await isFocused(radio)); at += 1) await this.page.keyboard.press('ArrowDown');
      if (!(await radio.isChecked())) await this.page.keyboard.press('Space');
    }
    await expect(radio).toBeChecked();
  }

  /** One of a list that opens below a field, or that follows what is typed in it. */
  async pick(field: Locator, query: string, words: string | RegExp): Promise<void> {
    if (this.keys) await this.reach(field);
    else await field.click();
    await this.page.keyboard.insertText(query);
    await this.take(words);
  }

  /** The option of a list that is open. */
  async take(words: string | RegExp): Promise<void> {
    const option = this.page.getByRole('option', { name: words }).first();
    await option.waitFor({ timeout: 15_000 });
    if (!this.keys) return option.click();
    for (let at = 0; at < OPTIONS && !(await isMarked(option)); at += 1) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
  }

  /** The pointer rests while the keyboard works. */
  async restsPointer(): Promise<void> {
    if (this.keys) expect(await this.page.evaluate(() => Number(sessionStorage.getItem('presses') ?? 0)), 'presses of the pointer').toBe(0);
  }
}
