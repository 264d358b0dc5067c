import { randomUUID } from 'node:crypto';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { Person } from './people.js';

const MINUTE_MS = 60_000;
const onWall = (minutesAgo: number): string => {
  const wall = new Date(Date.now() - minutesAgo * MINUTE_MS).toLocaleString('sv-SE', { timeZone: 'Europe/Riga' });
  return wall.slice(0, 16).replace(' ', 'T');
};

/** A call about a matter of the first priority, taken 50 minutes late: its response is missed from the beginning. */
async function fileLateCall(person: Person): Promise<string> {
  const me = (await (await person.page.request.get('/api/v1/me')).json()) as { csrfToken: string; id: string };
  const answer = await person.page.request.post('/api/v1/incidents', {
    headers: { 'x-csrf-token': me.csrfToken },
    data: {
      title: `Nedarbojas dienesta tālruņi ${randomUUID().slice(0, 8)}`,
      description: 'Zvanīja dežurants.',
      impact: 1,
      urgency: 1,
      source: 'phone',
      submittedAt: new Date(Date.now() - 50 * MINUTE_MS).toISOString(),
      submittedAtReason: 'Pierakstīts pēc sarunas.',
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { number: string }).number;
}

async function openClock(page: Page, number: string, kind: string): Promise<void> {
  await page.goto(`/desk/tickets/${number}/clocks`);
  await page.getByRole('navigation', { name: 'Termiņa skaitītāji' }).getByRole('link', { name: kind, exact: true }).click();
}

/** Opens the dialog of a decision, fills it and waits until it has closed by itself. */
async function decide(page: Page, name: string, submit: string, fill: (dialog: Locator) => Promise<void> = async () => {}): Promise<void> {
  await page.getByRole('button', { name: `${name}…` }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  await dialog.getByRole('button', { name: submit, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Opens the dialog of an action on the ticket from its menu, and waits until it has closed by itself. */
async function act(page: Page, number: string, name: string, fill: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.goto(`/desk/tickets/${number}`);
  await page.getByRole('button', { name: 'Vairāk darbību' }).click();
  await page.getByRole('menuitem', { name }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  await expect(dialog).toBeHidden();
}

test.describe('decisions about a clock', () => {
  let elina: Person;
  let rihards: Person;

  test.beforeAll(async ({ browser }) => {
    elina = await (await Person.at(browser)).signIn('elina');
    rihards = await (await Person.at(browser)).signIn('rihards');
  });

  test.afterAll(() => Promise.all([elina.leave(), rihards.leave()]));

  test('a breach is voided by two people: one asks with the right priority, the lead confirms', async () => {
    const number = await fileLateCall(elina);
    await openClock(elina.page, number, 'Reakcijas laiks');
    await decide(elina.page, 'Lūgt anulēt pārkāpumu', 'Lūgt', async (dialog) => {
      await dialog.getByLabel('Prioritāte, kas būtu bijusi pareiza').selectOption('P4');
      await dialog.getByLabel('Kas reģistrēts kļūdaini').fill('Zvanīja viens lietotājs.');
    });
    await expect(elina.page.getByText(/Elīna Bērziņa .* lūdza anulēt šo pārkāpumu/)).toBeVisible();
    await expect(elina.page.getByRole('button', { name: 'Lemt par pārkāpuma anulēšanu…' })).toHaveCount(0);

    await openClock(rihards.page, number, 'Reakcijas laiks');
    await decide(rihards.page, 'Lemt par pārkāpuma anulēšanu', 'Izlemt', (dialog) => dialog.getByLabel('Apstiprināt').check());
    await expect(rihards.page.getByText(/lūdza anulēt šo pārkāpumu/)).toHaveCount(0);
    await expect(rihards.page.getByText('4 h').first()).toBeVisible();
  });

  test('a pause that was forgotten is entered by the lead, and a relaxation is confirmed by him', async () => {
    const number = await fileLateCall(elina);
    await openClock(rihards.page, number, 'Atrisināšanas laiks');
    await decide(rihards.page, 'Labot apturēšanu', 'Labot', async (dialog) => {
      await dialog.getByLabel('Sākās').fill(onWall(40));
      await dialog.getByLabel('Beidzās').fill(onWall(20));
      await dialog.getByLabel('Kāpēc labo').fill('Gaidījām zvanītāju.');
    });
    await expect(rihards.page.getByRole('row', { name: /0:20/ }).first()).toBeVisible();

    await act(elina.page, number, 'Mainīt prioritāti', async (dialog) => {
      await dialog.getByLabel('Viens lietotājs').check();
      await dialog.getByLabel('Var pagaidīt').check();
      await dialog.getByLabel('Jauna informācija').check();
      await dialog.getByRole('button', { name: 'Mainīt prioritāti' }).click();
    });
    await openClock(rihards.page, number, 'Atrisināšanas laiks');
    await decide(rihards.page, 'Apstiprināt pagarināšanu', 'Apstiprināt');
    await expect(rihards.page.getByRole('button', { name: 'Apstiprināt pagarināšanu…' })).toHaveCount(0);
  });

  test('a security incident gets the clocks of the law, and what was sent stops them', async () => {
    const number = await fileLateCall(elina);
    await act(elina.page, number, 'Drošības incidents', async (dialog) => {
      await dialog.getByLabel('Kad par to uzzinājām').fill(onWall(30));
      await dialog.getByRole('button', { name: 'Atzīmēt kā drošības incidentu' }).click();
    });
    for (const report of ['Agrīnais brīdinājums', 'Paziņojums par incidentu']) {
      await act(elina.page, number, 'Ierakstīt, kas nosūtīts', async (dialog) => {
        await dialog.getByLabel(report).check();
        await dialog.getByRole('button', { name: 'Ierakstīt' }).click();
      });
    }
    await openClock(elina.page, number, 'Agrīnais brīdinājums (24 h)');
    await expect(elina.page.getByText('Apturēts')).toHaveCount(0);
    await openClock(elina.page, number, 'Galīgais ziņojums');
  });

  test('the lead takes up the proposal of a major incident', async () => {
    const number = await fileLateCall(elina);
    await act(rihards.page, number, 'Nozīmīgs incidents', async (dialog) => {
      await dialog.getByLabel('Jā').check();
      await dialog.getByRole('button', { name: 'Izlemt' }).click();
    });
    await expect(rihards.page.getByText('Nozīmīgs incidents', { exact: true })).toBeVisible();
  });
});
