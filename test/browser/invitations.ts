import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { Caller } from './caller.js';

export const PHONE = { width: 390, height: 844 };

interface Mails {
  readonly items: readonly { readonly id: string; readonly subject: string }[];
  readonly nextCursor: string | null;
}

/** Addresses of invitations in the mailbox whose mails name a campaign and that nobody has answered yet. */
export async function openInvitations(request: APIRequestContext, campaign = '', count = 1): Promise<string[]> {
  const admin = await Caller.as(request, 'admin');
  const links: string[] = [];
  // Newest first: what other walks have had sent lies above, however much it is.
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Mails = await admin.get(`/mailbox?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    for (const { id, subject } of page.items) {
      if (!subject.includes('Lūdzam Jūsu vērtējumu') || !subject.includes(campaign)) continue;
      const link = /\/survey\/[\w-]+/.exec((await admin.get<{ text: string }>(`/mailbox/${id}`)).text)?.[0];
      const form = link && (await request.get(`/api/v1/survey-responses/${link.split('/').at(-1)}`));
      if (form && ((await form.json()) as { state: string }).state === 'open') links.push(link);
      if (links.length === count) return links;
    }
    cursor = page.nextCursor;
  }
  throw new Error(`no ${count} open invitations in the mailbox`);
}

/** Goes on with the keyboard: the next question, or the review. */
export async function goOn(page: Page, button: 'Tālāk' | 'Pārskatīt atbildes' = 'Tālāk'): Promise<void> {
  const before = await page.getByRole('heading', { level: 1 }).textContent();
  await page.getByRole('button', { name: button }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before ?? '');
}

/** Chooses the first answer of every question with the keyboard until the review. Answers how many questions there were. */
export async function answerAll(page: Page): Promise<number> {
  for (let asked = 1; ; asked += 1) {
    const choice = page.getByRole('radio').or(page.getByRole('checkbox')).or(page.getByRole('textbox')).first();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await choice.focus();
    if ((await choice.getAttribute('type')) === null) await page.keyboard.type('Viss labi.');
    else await page.keyboard.press('Space');
    const ends = (await page.getByRole('button', { name: 'Pārskatīt atbildes' }).count()) > 0;
    await goOn(page, ends ? 'Pārskatīt atbildes' : 'Tālāk');
    if (ends) return asked;
  }
}

/** A page without questions says why, in Latvian and, at a press of the other language, in English. */
export async function expectEnding(page: Page, lv: string, en: string, text: RegExp): Promise<void> {
  await page.getByRole('heading', { name: lv }).waitFor();
  await expect(page.getByRole('status')).toContainText(text);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: en }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
}

/** What the device keeps of answers. */
export const keptAnswers = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => JSON.stringify(localStorage[key]).includes('answers')));
