import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { expectClean } from './axe.js';
import { Caller } from './caller.js';

const PHONE = { width: 390, height: 844 };

/** An invitation in the mailbox of the demo that nobody has answered yet. */
async function openInvitation(request: APIRequestContext): Promise<string> {
  const admin = await Caller.as(request, 'admin');
  const { items } = await admin.get<{ items: { id: string; subject: string }[] }>('/mailbox?limit=200');
  for (const { id, subject } of items) {
    if (!subject.includes('Lūdzam Jūsu vērtējumu')) continue;
    const link = /\/survey\/[\w-]+/.exec((await admin.get<{ text: string }>(`/mailbox/${id}`)).text)?.[0];
    const form = link && (await request.get(`/api/v1/survey-responses/${link.split('/').at(-1)}`));
    if (form && ((await form.json()) as { state: string }).state === 'open') return link;
  }
  throw new Error('no open invitation in the mailbox');
}

/** Chooses the first answer with the keyboard, and goes on with Enter, until the review. Answers how many questions there were. */
async function answerAll(page: Page): Promise<number> {
  for (let asked = 1; ; asked += 1) {
    const choice = page.getByRole('radio').or(page.getByRole('checkbox')).or(page.getByRole('textbox')).first();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await choice.focus();
    if ((await choice.getAttribute('type')) === null) await page.keyboard.type('Viss labi.');
    else await page.keyboard.press('Space');
    const last = page.getByRole('button', { name: 'Pārskatīt atbildes' });
    const next = last.or(page.getByRole('button', { name: 'Tālāk' }));
    const ends = (await last.count()) > 0;
    const before = await page.getByRole('heading', { level: 1 }).textContent();
    await next.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before ?? '');
    if (ends) return asked;
  }
}

test('an invitation is answered by keyboard on a phone, survives a reload and a lost connection, and counts once', async ({
  browser,
  playwright,
  baseURL,
}) => {
  const link = await openInvitation(await playwright.request.newContext({ baseURL: baseURL ?? '' }));
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Sākt' }).waitFor();
  await expectClean(page);
  await page.getByRole('button', { name: 'Sākt' }).click();

  // Nothing is chosen beforehand, and going on without an answer is refused beside the question.
  await page.getByRole('button', { name: 'Tālāk' }).click();
  await expect(page.getByText('Izvēlieties atbildi.')).toBeVisible();
  await expect(page.getByText('Glabājam tikai iestādi un dienu.')).toBeVisible();
  await page.getByRole('radio').first().check();
  await page.reload();
  await expect(page.getByRole('radio').first()).toBeChecked();
  await expectClean(page);
  await page.getByRole('button', { name: 'Tālāk' }).click();
  expect(await answerAll(page)).toBeGreaterThan(5);

  await page.getByRole('heading', { name: 'Pārskatiet atbildes' }).waitFor();
  await expectClean(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
  await expect(page.getByText('Atbildes ir saglabātas šajā ierīcē')).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
  await page.getByRole('heading', { name: 'Atbildes saņemtas' }).waitFor();
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => JSON.stringify(localStorage[key]).includes('answers'))),
  ).toEqual([]);

  await page.goto(link);
  await page.getByRole('heading', { name: 'Ar šo uzaicinājumu jau ir atbildēts' }).waitFor();
  await page.goto('/survey/nav-tadas-saites');
  await page.getByRole('heading', { name: 'Šādas aptaujas saites nav' }).waitFor();
  await context.close();
});
