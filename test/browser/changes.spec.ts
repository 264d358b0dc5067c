import { randomUUID } from 'node:crypto';
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { expectClean } from './axe.js';
import { act, choose, HOUR_MS, onWall, state } from './change-page.js';
import { Person } from './people.js';

/** Begins editing a section, fills it and saves. */
async function write(page: Page, section: string, fill: (form: Locator) => Promise<void>): Promise<void> {
  const part = page.getByRole('region', { name: section, exact: true });
  await part.getByRole('button', { name: `Labot: ${section}` }).click();
  await fill(part);
  await part.getByRole('button', { name: 'Saglabāt', exact: true }).click();
  await expect(part.getByRole('button', { name: 'Saglabāt', exact: true })).toBeHidden();
}

const numberOf = (page: Page): string => /CHG-\d{4}-\d+/.exec(page.url())?.[0] ?? '';

async function draft(page: Page, kind: string, title: string, group: string): Promise<void> {
  await page.goto('/desk/changes');
  await act(page, 'Jaunas izmaiņas', 'Izveidot melnrakstu', async (dialog) => {
    await dialog.getByRole('radio', { name: kind }).check();
    await dialog.getByLabel('Nosaukums').fill(title);
    await dialog.getByLabel('Kas mainās').fill('Lēmuma forma tiek papildināta; esošie dati nemainās.');
    await choose(dialog, 'Ieviesēju grupa', group);
  });
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function document(page: Page): Promise<void> {
  await write(page, 'Kas mainās un kāpēc', async (form) => {
    await form.getByLabel('Kāpēc').fill('To prasa grozījumi likumā.');
    await choose(form, 'Galvenais pakalpojums', 'Administratīvo lietu sistēma');
    await form.getByLabel('Darba apjoms, h').fill('120');
    await form.getByLabel('Izmaksu aplēse, €').fill('7200');
    await form.getByLabel('Pievienot konfigurācijas vienību').fill('APP-0001');
    await page.getByRole('option', { name: /APP-0001/ }).click();
  });
  await write(page, 'Ieviešanas plāns', async (form) => {
    await form.getByLabel('1. solis: Minūte').fill('0');
    await form.getByLabel('1. solis: Ko dara').fill('Datubāzes kopija un kopijas pārbaude');
  });
  await write(page, 'Testēšana', (form) => form.getByLabel('Kā testēts').fill('48 no 48 scenārijiem izpildīti.'));
  await write(page, 'Atgriešanās plāns', (form) => form.getByLabel('Kad un kā').fill('Atjauno iepriekšējo laidienu.'));
}

const window = (page: Page, from: number): Promise<void> =>
  write(page, 'Logs un sadursmes', async (form) => {
    await form.getByLabel('Sākas').fill(onWall(from));
    await form.getByLabel('Beidzas').fill(onWall(from + 2 * HOUR_MS));
  });

const BOARD = ['agnese', 'gints', 'vita'];
/** Chooses the worst answer of each question: the last one. */
async function answer(dialog: Locator): Promise<void> {
  for (const question of await dialog.getByRole('group').all()) await question.getByRole('radio').last().check();
}

/** Says why a conflict may stand, where the calendar has one. */
async function allow(dialog: Locator): Promise<void> {
  const why = dialog.getByLabel('Kāpēc sadursme tomēr pieļaujama');
  if (await why.count()) await why.fill('Saskaņots ar ieviesējiem.');
}

/** Somebody who was asked approves on the page of the change. */
async function decide(browser: Browser, login: string, number: string): Promise<void> {
  const person = await (await Person.at(browser)).signIn(login);
  await person.page.goto(`/desk/changes/${number}`);
  await act(person.page, 'Apstiprināt');
  await person.leave();
}

/** Writes the review and closes the change. */
async function review(page: Page): Promise<void> {
  await act(page, 'Uzrakstīt izvērtējumu', 'Saglabāt', async (dialog) => {
    await dialog.getByRole('radio', { name: 'Jā' }).check();
    await dialog.getByLabel('Ko no tā mācāmies').fill('Nākamreiz logu plānojam par pusstundu garāku.');
  });
  await act(page, 'Slēgt', 'Slēgt', async (dialog) => {
    const updated = dialog.getByLabel('Konfigurācijas vienību ieraksti ir atjaunināti');
    if (await updated.count()) await updated.check();
  });
  await state(page, 'Slēgts');
}

/** An incident of the first priority, because of which an emergency change may be raised. */
async function fileUrgent(page: Page): Promise<string> {
  const me = (await (await page.request.get('/api/v1/me')).json()) as { csrfToken: string };
  const answered = await page.request.post('/api/v1/incidents', {
    headers: { 'x-csrf-token': me.csrfToken },
    data: { title: 'VPN vārtejā atrasta kritiska ievainojamība', description: 'Ziņo CERT.LV.', impact: 1, urgency: 1, source: 'phone' },
  });
  expect(answered.status(), await answered.text()).toBe(201);
  return ((await answered.json()) as { number: string }).number;
}

test.describe('changes', () => {
  // A walk takes several people through many steps.
  test.describe.configure({ timeout: 180_000 });

  test('somebody asks for a change in plain words and reads what happens with it', async ({ browser }) => {
    const ilze = await (await Person.at(browser)).signIn('ilze');
    const { page } = ilze;
    const title = `Lēmuma veidnē vajadzīgs jauns lauks ${randomUUID().slice(0, 8)}`;
    await page.getByRole('link', { name: /Lūgt kaut ko mainīt/ }).click();
    await page.getByLabel('Ko vajadzētu mainīt?').fill(title);
    await page.getByLabel('Kas būs citādi, un kāpēc tas vajadzīgs?').fill('Lietas numuru tagad rakstām ar roku.');
    await expectClean(page);
    await page.getByRole('button', { name: 'Nosūtīt lūgumu' }).click();
    await page.getByRole('link', { name: 'Atvērt lūgumu' }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByText('Atbalsta komanda izlasa Jūsu lūgumu un noskaidro, ko tas prasa.')).toBeVisible();
    await expectClean(page);
    // A mail names it as it names every ticket.
    const own = page.url();
    await page.goto(own.replace('/changes/', '/tickets/'));
    await expect(page).toHaveURL(own);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await ilze.leave();
  });

  test('a normal change of high risk goes from the wish through the board to its review', async ({ browser }) => {
    const [elina, andris] = await Promise.all(['elina', 'andris'].map(async (login) => (await Person.at(browser)).signIn(login)));
    const title = `Lietu sistēmas papildinājums ${randomUUID().slice(0, 8)}`;
    const { page } = elina!;
    await draft(page, 'Parastās izmaiņas', title, '1. līnija');
    await document(page);
    await window(page, Date.now() + HOUR_MS / 6);
    await expectClean(page);
    await act(page, 'Iesniegt izvērtēšanai');
    await state(page, 'Izvērtēšana');

    const manager = andris!.page;
    await manager.goto(`/desk/changes/${numberOf(page)}`);
    await act(manager, 'Novērtēt risku', 'Saglabāt', answer);
    await expect(manager.getByText('Lemj izmaiņu konsultatīvā padome.')).toBeVisible();
    await act(manager, 'Lūgt apstiprinājumu', 'Lūgt apstiprinājumu', allow);
    await state(manager, 'Apstiprināšana');
    await expectClean(manager);
    for (const login of BOARD) await decide(browser, login, numberOf(page));

    await page.reload();
    await state(page, 'Ieplānots');
    await act(page, 'Sākt ieviešanu');
    await act(page, 'Ierakstīt iznākumu', 'Saglabāt', async (dialog) => {
      await dialog.getByRole('radio', { name: /Izdevās ar piezīmēm/ }).check();
      await dialog.getByLabel('Kas notika').fill('Izvietošana aizņēma ilgāk, nekā plānots.');
    });
    await manager.reload();
    await review(manager);
    await expectClean(manager);
    await Promise.all([elina!.leave(), andris!.leave()]);
  });

  test('a standard change follows its template into the calendar, is done and reviewed', async ({ browser }) => {
    const [elina, andris] = await Promise.all(['elina', 'andris'].map(async (login) => (await Person.at(browser)).signIn(login)));
    const { page } = elina!;
    const title = `Pastkastes apjoms ${randomUUID().slice(0, 8)}`;
    await page.goto('/desk/changes');
    await act(page, 'Jaunas izmaiņas', 'Izveidot melnrakstu', async (dialog) => {
      await dialog.getByRole('radio', { name: /Standarta izmaiņas/ }).check();
      await choose(dialog, 'Veidne', 'Pastkastes apjoma palielināšana');
      await dialog.getByLabel('Nosaukums').fill(title);
    });
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await act(page, 'Ieplānot', 'Ieplānot', async (dialog) => {
      const from = Date.now() + HOUR_MS / 6;
      await dialog.getByLabel('Sākas').fill(onWall(from));
      await dialog.getByLabel('Beidzas').fill(onWall(from + HOUR_MS / 2));
    });
    await state(page, 'Ieplānots');
    await expectClean(page);
    await act(page, 'Sākt ieviešanu');
    await act(page, 'Ierakstīt iznākumu', 'Saglabāt', async (dialog) => {
      await dialog.getByRole('radio', { name: /^Izdevās Viss/ }).check();
      await dialog.getByLabel('Kas notika').fill('Apjoms palielināts.');
    });
    await andris!.page.goto(`/desk/changes/${numberOf(page)}`);
    await review(andris!.page);
    await Promise.all([elina!.leave(), andris!.leave()]);
  });

  test('an emergency change begins on verbal consent, is ratified and reviewed', async ({ browser }) => {
    const andris = await (await Person.at(browser)).signIn('andris');
    const { page } = andris;
    const title = `VPN vārtejas ievainojamības labojums ${randomUUID().slice(0, 8)}`;
    await page.goto(`/desk/tickets/${await fileUrgent(page)}`);
    await page.getByRole('button', { name: 'Sīkāk', exact: true }).click();
    await act(page, 'Pieteikt izmaiņas', 'Izveidot melnrakstu', async (dialog) => {
      await dialog.getByRole('radio', { name: /Ārkārtas izmaiņas/ }).check();
      await dialog.getByLabel('Nosaukums').fill(title);
      await dialog.getByLabel('Kas mainās').fill('Uzstāda ražotāja labojumu.');
      await choose(dialog, 'Ieviesēju grupa', '1. līnija');
    });
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await act(page, 'Ierakstīt mutisku piekrišanu', 'Ierakstīt un sākt', (dialog) =>
      dialog.getByLabel('Kas piekrita').fill('Jānis Kalējs, dežurējošais vadītājs'),
    );
    await state(page, 'Ieviešana');
    for (const login of BOARD.slice(0, 2)) await decide(browser, login, numberOf(page));
    await page.reload();
    await expect(page.getByText(/Apstiprināts pēc ieviešanas/)).toBeVisible();
    await act(page, 'Ierakstīt iznākumu', 'Saglabāt', async (dialog) => {
      await dialog.getByRole('radio', { name: /^Izdevās Viss/ }).check();
      await dialog.getByLabel('Kas notika').fill('Labojums uzstādīts, vārteja pārbaudīta.');
    });
    await review(page);
    await andris.leave();
  });
});
