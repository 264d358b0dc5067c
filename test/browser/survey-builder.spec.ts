import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectClean } from './axe.js';
import { goOn, keptAnswers, openInvitations, PHONE } from './invitations.js';
import { Person } from './people.js';

const TITLE = 'Jauno sistēmu aptauja';
/** What the builder asks in every language. */
interface Words {
  readonly lv: string;
  readonly en: string;
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).last().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Adds a question of a type by clicking; the new card is the one that is open. */
async function add(page: Page, type: string, { lv, en }: Words): Promise<void> {
  await page.getByRole('button', { name: 'Pievienot jautājumu' }).click();
  await page.getByLabel('Jautājums · Latviski').fill(lv);
  await page.getByLabel('Jautājums · Angliski').fill(en);
  await choose(page, 'Veids', type);
}

/** Words of the choices, or of the rows, of the open question; more are added where they do not suffice. */
async function fillList(page: Page, name: 'Izvēle' | 'Rinda', words: readonly Words[]): Promise<void> {
  for (const [at, { lv, en }] of words.entries()) {
    const field = page.getByLabel(`${name} ${at + 1} · Latviski`);
    if ((await field.count()) === 0)
      await page.getByRole('button', { name: name === 'Rinda' ? 'Pievienot rindu' : 'Pievienot izvēli' }).click();
    await field.fill(lv);
    await page.getByLabel(`${name} ${at + 1} · Angliski`).fill(en);
  }
}

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Saglabāt', exact: true }).click();

async function build(page: Page): Promise<void> {
  await page.goto('/admin/surveys');
  await page.getByRole('button', { name: 'Jauna aptauja' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nosaukums latviski').fill(TITLE);
  await dialog.getByLabel('Nosaukums angliski').fill('Survey of new systems');
  await dialog.getByLabel('Kods').fill('jaunas-sistemas');
  await dialog.getByRole('button', { name: 'Izveidot' }).click();
  await expect(page.getByRole('combobox', { name: 'Aptauja' })).toHaveValue(TITLE);

  await add(page, 'Jā vai nē', { lv: 'Vai lietojāt jauno sistēmu?', en: 'Did you use the new system?' });
  await add(page, 'Tabula ar skalu', { lv: 'Cik labas ir tās daļas?', en: 'How good are its parts?' });
  await fillList(page, 'Rinda', [
    { lv: 'Meklēšana', en: 'Search' },
    { lv: 'Pārskati', en: 'Reports' },
  ]);
  await choose(page, 'Rādīt tikai tad, ja', 'Vai lietojāt jauno sistēmu?');
  await add(page, 'Vairākas (ne vairāk kā k)', { lv: 'Ko uzlabot vispirms?', en: 'What to improve first?' });
  await fillList(page, 'Izvēle', [
    { lv: 'Ātrumu', en: 'Speed' },
    { lv: 'Skaidrību', en: 'Clarity' },
    { lv: 'Drošību', en: 'Safety' },
  ]);
  await page.getByLabel('Ne vairāk kā').fill('2');
  await add(page, 'Viena no vairākām', { lv: 'Kur strādājat?', en: 'Where do you work?' });
  await fillList(page, 'Izvēle', [
    { lv: 'Birojā', en: 'At the office' },
    { lv: 'Mājās', en: 'At home' },
  ]);
  await add(page, 'Brīvs teksts', { lv: 'Ko vēl gribat teikt?', en: '' });
  await page.getByRole('checkbox', { name: 'Jāatbild' }).uncheck();
}

/** On the phone: every kind of question, by the keyboard where a hand would press. */
async function answerEveryKind(browser: Browser, link: string): Promise<void> {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Sākt' }).click();
  await page.getByRole('radio', { name: /Drīzāk apmierināt/ }).check();
  await goOn(page);
  await page.getByRole('radio', { name: 'Nē' }).check();
  await goOn(page);
  // The matrix is asked of those alone who used the system.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kur strādājat?');
  await page.getByRole('button', { name: 'Atpakaļ' }).click();
  await page.getByRole('radio', { name: 'Jā' }).check();
  await goOn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cik labas ir tās daļas?');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await expectClean(page);
  // One row answered is not all of them; what is said stays over a reload.
  await page.getByRole('group', { name: 'Meklēšana' }).getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Tālāk' }).click();
  await expect(page.getByText('Atbildiet par katru rindu.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('group', { name: 'Meklēšana' }).getByRole('radio').first()).toBeChecked();
  await page.getByRole('group', { name: 'Pārskati' }).getByRole('radio').nth(2).focus();
  await page.keyboard.press('Space');
  await goOn(page);
  await goOnFrom(page, 'Kur strādājat?', () => page.getByRole('radio', { name: 'Mājās' }).check());
  // At most two: the third waits until one is taken back.
  await page.getByRole('checkbox', { name: 'Ātrumu' }).check();
  await page.getByRole('checkbox', { name: 'Skaidrību' }).check();
  await expect(page.getByRole('status').filter({ hasText: 'Izvēlēts: 2' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Drošību' })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Ātrumu' }).uncheck();
  await page.getByRole('checkbox', { name: 'Drošību' }).check();
  await expectClean(page);
  await goOn(page);
  await page.getByRole('textbox').fill('Mans kods ir 010190-12345');
  await expect(page.getByText('izskatās pēc personas koda')).toBeVisible();
  await page.getByRole('textbox').fill('Viss kārtībā.');
  await goOn(page, 'Pārskatīt atbildes');
  await expectClean(page);
  await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
  await page.getByRole('heading', { name: 'Atbildes saņemtas' }).waitFor();
  expect(await keptAnswers(page)).toEqual([]);
  await context.close();
}

async function goOnFrom(page: Page, heading: string, answer: () => Promise<void>): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  await answer();
  await goOn(page);
}

test('a survey of all kinds of questions is built, approved, opened and answered by clicking; then the next wording is the next version', async ({
  browser,
  playwright,
  baseURL,
}) => {
  test.setTimeout(480_000);
  const sanita = await (await Person.at(browser)).signIn('sanita');
  const { page } = sanita;
  await build(page);

  // English is missing: refused, with the place named; nothing is lost.
  await save(page);
  await expect(page.getByRole('alert').filter({ hasText: 'Nav saglabāts.' })).toBeVisible();
  await expect(page.getByLabel('Jautājums · Angliski')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Jautājums · Angliski').fill('What else do you want to say?');
  // The place of work is asked before what should improve.
  await page.getByRole('button', { name: 'Pārvietot augstāk: Kur strādājat?' }).click();
  await save(page);
  await expect(page.getByRole('status').filter({ hasText: 'Saglabāts.' })).toBeVisible();
  await page.reload();
  const cards = page.getByRole('listitem').getByRole('button', { expanded: false });
  await expect(cards.nth(3)).toContainText('Kur strādājat?');
  await expect(cards.nth(4)).toContainText('Ko uzlabot vispirms?');
  await expect(cards.nth(2)).toContainText('ar nosacījumu');
  await expectClean(page);

  // The preview is the respondent's very page: the table comes only after "yes".
  const phone = page.getByRole('region', { name: 'Priekšskatījums tālrunī' }).last();
  await phone.getByRole('button', { name: 'Sākt' }).click();
  await phone.getByRole('radio').first().check();
  await phone.getByRole('button', { name: 'Tālāk' }).click();
  await phone.getByRole('radio', { name: 'Jā' }).check();
  await phone.getByRole('button', { name: 'Tālāk' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Cik labas ir tās daļas?');

  await page.goto('/reports/surveys');
  await page.getByRole('button', { name: 'Jauna kampaņa' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'No jauna' }).check();
  await dialog.getByRole('combobox', { name: 'Anketa' }).click();
  await page.getByRole('option', { name: `${TITLE}, 1. versija` }).click();
  await dialog.getByLabel('Nosaukums latviski').fill(TITLE);
  await dialog.getByLabel('Nosaukums angliski').fill('Survey of new systems');
  await dialog.getByRole('radio', { name: /Visiem lietotājiem/ }).check();
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' }).format(new Date());
  await dialog.getByLabel('Atvēršanas diena').fill(today);
  await dialog.getByRole('button', { name: 'Izveidot melnrakstu' }).click();
  await page.getByRole('heading', { name: new RegExp(TITLE) }).waitFor();
  await expectClean(page);
  // Nobody opens what no second person has agreed to.
  await expect(page.getByRole('button', { name: 'Atvērt un uzaicināt' })).toHaveCount(0);
  const cockpit = page.url();

  const dace = await (await Person.at(browser)).signIn('dace');
  await dace.page.goto(cockpit);
  await dace.page.getByRole('button', { name: 'Apstiprināt' }).click();
  await dace.page.getByRole('dialog').getByRole('button', { name: 'Apstiprināt' }).click();
  await expect(dace.page.getByRole('button', { name: 'Apstiprināt' })).toHaveCount(0);
  await dace.leave();

  await page.reload();
  await page.getByRole('button', { name: 'Atvērt un uzaicināt' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Atvērt un uzaicināt' }).click();
  await page.getByText('Atlicis').waitFor();
  await expectClean(page);

  const requests = await playwright.request.newContext({ baseURL: baseURL ?? '' });
  let link: string[] = [];
  await expect(async () => {
    link = await openInvitations(requests, TITLE);
  }).toPass({ timeout: 60_000 });
  await answerEveryKind(browser, link[0]!);

  await page.goto('/admin/surveys');
  await choose(page, 'Aptauja', TITLE);
  await expect(page.getByText('Pēc šīs versijas jau ir aicināti cilvēki')).toBeVisible();
  await page.getByRole('button', { name: 'Sākt nākamo versiju' }).click();
  await expect(page.getByRole('combobox', { name: 'Versija' })).toHaveValue(/2\. versija · maināma/);
  await expect(page.getByRole('button', { name: 'Pievienot jautājumu' })).toBeVisible();
  await sanita.leave();
});
