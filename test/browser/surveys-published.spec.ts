import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { sheetsOf } from '../support/unzip.js';
import { expectClean } from './axe.js';
import { answerAll, expectEnding, openInvitations, PHONE } from './invitations.js';
import { Person } from './people.js';

const YEAR = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga', year: 'numeric' }).format(new Date());
const TITLE = `Klientu apmierinātības aptauja ${YEAR}`;
const COMMENT = 'Elīna Bērziņa no pirmās līnijas palīdzēja uzreiz.';
const READ = 'Pirmā līnija palīdzēja uzreiz.';
const ANSWERS = { contact_frequency: 'never', overall: '5', notices: '4', filing: '3', systems: 'na', changes: '4', comment: COMMENT };

async function toResults(page: Page): Promise<void> {
  await page.goto('/reports/surveys');
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('link', { name: 'Rezultāti' }).click();
  await page.getByRole('heading', { name: 'Apmierināti klienti, visām iestādēm vienāds svars' }).waitFor();
}

/** What a person of the two who publish finds to do with each comment, done. */
async function redact(page: Page, act: 'Piedāvāt šādu tekstu' | 'Apstiprināt šo tekstu'): Promise<void> {
  await page.getByRole('button', { name: /^Pārskatīt/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  const count = await dialog.getByRole('listitem').count();
  for (let done = 0; done < count; done += 1) {
    const one = act.startsWith('Piedāvāt')
      ? dialog.getByRole('listitem').filter({ hasText: 'Gaida pirmo lasītāju' }).first()
      : dialog
          .getByRole('listitem')
          .filter({ has: page.getByRole('button', { name: act }) })
          .first();
    if (act.startsWith('Piedāvāt') && (await one.locator('blockquote').textContent()) === COMMENT) {
      // The name of a known person is marked, and blotted out in what is proposed.
      await expect(one.locator('mark').first()).toContainText('Elīna');
      await expect(one.getByRole('textbox')).toHaveValue(/\[…\]/);
      await one.getByRole('textbox').fill(READ);
    }
    const left = await dialog
      .getByRole('listitem')
      .filter({ hasText: act.startsWith('Piedāvāt') ? 'Gaida pirmo' : 'gaida otru' })
      .count();
    await one.getByRole('button', { name: act }).click();
    await expect(dialog.getByRole('listitem').filter({ hasText: act.startsWith('Piedāvāt') ? 'Gaida pirmo' : 'gaida otru' })).toHaveCount(
      left - 1,
    );
  }
  if (act.startsWith('Piedāvāt')) await expect(dialog.getByRole('button', { name: 'Apstiprināt šo tekstu' })).toHaveCount(0);
  await page.keyboard.press('Escape');
}

const percentsOf = (text: string | null): number => Number(/([\d,]+)\s*%/.exec(text ?? '')?.[1]?.replace(',', '.'));

test.use({ actionTimeout: 20_000 });

test('this year’s campaign is closed early, its comments are redacted by two, its results published by two and read by everybody', async ({
  browser,
  playwright,
  baseURL,
}) => {
  test.setTimeout(480_000);
  const requests = await playwright.request.newContext({ baseURL: baseURL ?? '' });
  const [said, half] = await openInvitations(requests, TITLE, 2);
  const sent = await requests.post(`/api/v1/survey-responses/${said!.split('/').at(-1)}`, { data: { answers: ANSWERS } });
  expect(sent.status()).toBe(201);
  const phone = await browser.newContext({ viewport: PHONE });
  const form = await phone.newPage();
  await form.goto(half!);
  await form.getByRole('button', { name: 'Sākt' }).click();
  await answerAll(form);

  const sanita = await (await Person.at(browser)).signIn('sanita');
  await sanita.page.goto('/reports/surveys');
  await sanita.page.getByRole('link', { name: TITLE }).click();
  await sanita.page.getByRole('button', { name: 'Darbības' }).click();
  await sanita.page.getByRole('menuitem', { name: 'Slēgt pirms termiņa' }).click();
  const closing = sanita.page.getByRole('dialog');
  await expect(closing.getByRole('button', { name: 'Slēgt pirms termiņa' })).toBeDisabled();
  await closing.getByLabel('Kāpēc slēdz pirms termiņa?').fill('Atbilžu jau ir pietiekami.');
  await closing.getByRole('button', { name: 'Slēgt pirms termiņa' }).click();
  await expect(sanita.page.getByText('Slēgta pirms termiņa („Atbilžu jau ir pietiekami.”).')).toBeVisible();
  await expectClean(sanita.page);

  // Who was about to send is told why that is over, and that nothing of it was taken.
  await form.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
  await expectEnding(form, 'Aptauja ir slēgta', 'The survey is closed', /pirms termiņa/);
  await expectClean(form);
  await phone.close();

  await toResults(sanita.page);
  await expectClean(sanita.page);
  await redact(sanita.page, 'Piedāvāt šādu tekstu');
  await sanita.page.getByRole('button', { name: 'Pieteikt publicēšanu' }).click();
  await expect(sanita.page.getByText('Publicēšanu piesaka aptaujas īpašnieks un tai piekrīt vadītājs.')).toBeVisible();
  await sanita.leave();

  const dace = await (await Person.at(browser)).signIn('dace');
  await toResults(dace.page);
  await redact(dace.page, 'Apstiprināt šo tekstu');
  await dace.page.getByRole('button', { name: 'Piekrist un publicēt' }).click();
  await expect(dace.page.getByText('Rezultāti publicēti')).toBeVisible();
  await dace.leave();

  const elina = await (await Person.at(browser)).signIn('elina');
  await readResults(elina.page);
  await elina.leave();
});

/** An agent, who follows no campaigns: the list of what is published, questions of one institution, a table, years, files, paper. */
async function readResults(page: Page): Promise<void> {
  await page.goto('/reports/surveys');
  await page.getByRole('heading', { name: 'Publicētās aptaujas' }).waitFor();
  await expectClean(page);
  await page.getByRole('link', { name: TITLE }).click();
  await expect(page.getByText(READ)).toBeVisible();
  await expect(page.getByText('Elīna Bērziņa no pirmās līnijas')).toHaveCount(0);
  await expectClean(page);

  const years = page.getByRole('region', { name: /Salīdzinājumā/ });
  await expect(years.getByRole('row').filter({ hasText: /20\d\d/ })).toHaveCount(2);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await expect(page.getByText(READ)).toBeVisible();
  // The names of institutions are words on paper.
  for (const button of await page.getByRole('main').getByRole('button').all())
    if (!(await button.getAttribute('title'))?.startsWith('Rādīt atbildes')) await expect(button).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  // The earlier year has institutions that may be shown.
  await years.getByRole('link', { name: String(Number(YEAR) - 1) }).click();
  await page.getByRole('heading', { name: TITLE.replace(YEAR, String(Number(YEAR) - 1)) }).waitFor();
  const institutions = page.getByRole('region', { name: 'Iestādes' });
  const first = institutions
    .getByRole('row')
    .filter({ has: page.getByRole('button') })
    .first();
  const name = (await first.getByRole('button').textContent())!;
  await first.getByRole('button').click();
  await expect(page.getByText(`Tikai ${name}`)).toBeVisible();
  expect(page.url()).toContain('institution=');
  await page.getByRole('button', { name: 'Visas iestādes' }).click();
  await expect(page.getByText(`Tikai ${name}`)).toHaveCount(0);
  await page
    .getByRole('button', { name: /rādīt tabulā/ })
    .first()
    .click();
  await expect(page.getByRole('table', { name: 'Jautājumi pa vienam' })).toBeVisible();
  const shown = percentsOf(await page.getByRole('article').filter({ hasText: 'visām iestādēm vienāds svars' }).textContent());
  const lines = new Map(
    await Promise.all(
      (
        await institutions
          .getByRole('row')
          .filter({ has: page.getByRole('button') })
          .all()
      ).map(async (row) => [(await row.getByRole('button').textContent())!, percentsOf(await row.textContent())] as const),
    ),
  );
  const rows = sheetsOf(readFileSync(await saved(page, 'XLSX'))).flat();
  expect(rows.find(([figure]) => String(figure).includes('vienāds svars'))?.[1]).toBe(shown);
  for (const [institution, share] of lines) expect(rows.find((row) => row[0] === institution && row.length > 4)?.[3]).toBe(share);
  const csv = readFileSync(await saved(page, 'CSV'), 'utf8');
  for (const [institution, share] of lines) expect(csv).toMatch(new RegExp(`${institution};\\d+;\\d+;${String(share).replace('.', ',')};`));
}

async function saved(page: Page, format: 'XLSX' | 'CSV'): Promise<string> {
  await page.getByRole('button', { name: 'Lejupielādēt' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: new RegExp(format) }).click()]);
  expect(download.suggestedFilename()).toBe(`survey-${Number(YEAR) - 1}.${format.toLowerCase()}`);
  return download.path();
}
