import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { expectClean } from './axe.js';
import { act, come, scheduledStandard, state, writtenChange } from './change-page.js';

const CALM = {
  ...{ experience: 'often', tested: 'like_production', parts: 'one', way_back: 'tried' },
  ...{ users: 'few', service: 'auxiliary', outage: 'none', data: 'untouched' },
};
const GRAVE = { ...CALM, experience: 'never', users: 'many_institutions' };

const some = (title: string): string => `${title} ${randomUUID().slice(0, 8)}`;

/** Chooses from the menu of what is seldom done, fills the dialog and sends it. */
async function seldom(page: Page, action: string, submit = action, label?: string, text = ''): Promise<void> {
  await page.getByRole('button', { name: 'Vairāk darbību' }).click();
  await page.getByRole('menuitem', { name: action }).click();
  const dialog = page.getByRole('dialog');
  if (label) await dialog.getByLabel(label).fill(text);
  await dialog.getByRole('button', { name: submit, exact: true }).click();
  await expect(dialog).toBeHidden();
}

test.describe('what is seldom done with a change', () => {
  test('it is returned, agreed on with another body, cancelled, and begun anew as a copy', async ({ browser }) => {
    const [elina, andris] = [await come(browser, 'elina'), await come(browser, 'andris')];
    const change = await writtenChange(elina, some('Pasta sistēmas laidiens'), 240);
    await andris.call.post(`/changes/${change.id}/risk`, { answers: CALM });
    await elina.call.post(`/changes/${change.id}/submission`);
    const { page } = andris;
    await page.goto(`/desk/changes/${change.number}`);
    await act(page, 'Atgriezt papildināšanai', 'Atgriezt papildināšanai', (dialog) =>
      dialog.getByLabel('Kas jāpapildina').fill('Pievienojiet testu rezultātus.'),
    );
    await state(page, 'Melnraksts');

    await page.getByRole('main').getByRole('button', { name: 'Lūgt saskaņojumu', exact: true }).click();
    const asking = page.getByRole('dialog');
    await asking.getByLabel('Kam lūdz').fill('VARAM');
    await expectClean(page);
    await asking.getByRole('button', { name: 'Saglabāt', exact: true }).click();
    await expect(page.getByText(/^atbilde līdz/)).toBeVisible();
    await act(page, 'Ierakstīt atbildi', 'Saglabāt', async (dialog) => {
      await dialog.getByRole('radio', { name: 'Saskaņots' }).check();
      await dialog.getByLabel('Dokumenta numurs').fill('1-132/77');
    });
    await expect(page.getByText(/^saskaņots/)).toBeVisible();

    await seldom(page, 'Atcelt izmaiņas', 'Atcelt izmaiņas', 'Kāpēc atceļ', 'Ražotājs laidienu atsauca.');
    await state(page, 'Atcelts');
    await seldom(page, 'Jaunas pēc šo parauga', 'Izveidot melnrakstu');
    await expect(page.getByText(`Pēc ${change.number} parauga`)).toBeVisible();
    expect(page.url()).not.toContain(change.number);
    await Promise.all([elina.leave(), andris.leave()]);
  });

  test('work is announced, begins outside its window by override, and caused an incident', async ({ browser }) => {
    const [elina, andris] = [await come(browser, 'elina'), await come(browser, 'andris')];
    const change = await scheduledStandard(elina, some('Pastkastes apjoms'), 50);
    const { page } = andris;
    await page.goto(`/desk/changes/${change.number}`);
    await page.getByRole('button', { name: 'Paziņot iestādēm' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Virsraksts latviski').fill('Pastkaste īsu brīdi nebūs pieejama');
    await dialog.getByLabel('Virsraksts angliski').fill('The mailbox will be away for a moment');
    await dialog.getByLabel('Teksts latviski').fill('Mainīsim pastkastes apjomu.');
    await dialog.getByLabel('Teksts angliski').fill('We are changing the size of the mailbox.');
    await expectClean(page);
    await dialog.getByRole('button', { name: 'Paziņot', exact: true }).click();
    await expect(page.getByText('Iestādēm ir paziņots')).toBeVisible();

    await act(page, 'Sākt ieviešanu', 'Sākt ieviešanu', async (starting) => {
      await expect(starting.getByText(/ārpus apstiprinātā loga/)).toBeVisible();
      await starting.getByLabel('Kāpēc sāk ārpus loga').fill('Pieteicējs lūdz nekavējoties.');
    });
    await state(page, 'Ieviešana');

    const title = some('Pastkasti nevar atvērt');
    const incident = await elina.call.post<{ number: string }>('/incidents', { title, description: 'Kopš rīta.', source: 'phone' });
    await elina.page.goto(`/desk/tickets/${incident.number}`);
    await elina.page.getByRole('button', { name: 'Sīkāk', exact: true }).click();
    await elina.page.getByRole('button', { name: 'Izraisīja izmaiņas' }).click();
    const marking = elina.page.getByRole('dialog');
    await marking.getByRole('combobox', { name: 'Numurs vai vārdi' }).fill(change.number);
    await elina.page.getByRole('option', { name: new RegExp(change.number) }).click();
    await marking.getByRole('button', { name: 'Atzīmēt' }).click();
    await expect(elina.page.getByRole('link', { name: change.title })).toBeVisible();
    await Promise.all([elina.leave(), andris.leave()]);
  });

  test('the client reads the whole of what he is asked about, and can change nothing of it', async ({ browser }) => {
    const [andris, zane] = [await come(browser, 'andris'), await come(browser, 'zane')];
    const people = await andris.call.get<{ items: { id: string }[] }>('/people?q=Ilze');
    const title = some('Lietvedības sistēmas laidiens');
    const change = await writtenChange(andris, title, 300, {
      ...{ requesterId: people.items[0]!.id, costEuro: 100, effortHours: 8, outageMinutes: 30 },
    });
    await andris.call.post(`/changes/${change.id}/risk`, { answers: GRAVE });
    await andris.call.post(`/changes/${change.id}/submission`);
    await andris.call.post(`/changes/${change.id}/authorisation-request`, { overrideReason: 'Saskaņots.' });
    await zane.page.goto('/desk/approvals');
    await zane.page.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: 'Lasīt visu pieprasījumu' }).click();
    await zane.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await expect(zane.page.getByText('Kopija un tās pārbaude')).toBeVisible();
    await expect(zane.page.getByRole('button', { name: /^Labot/ })).toHaveCount(0);
    await expectClean(zane.page);
    await act(zane.page, 'Apstiprināt');
    await Promise.all([andris.leave(), zane.leave()]);
  });

  test('a wish is taken back in the portal', async ({ browser }) => {
    const ilze = await come(browser, 'ilze');
    const wish = { title: some('Veidlapā vajadzīgs lauks'), description: 'Lauks reģistrācijas numuram.' };
    const { number } = await ilze.call.post<{ number: string }>('/changes', wish);
    await ilze.page.goto(`/changes/${number}`);
    await ilze.page.getByRole('button', { name: 'Atsaukt lūgumu' }).click();
    await ilze.page.getByLabel('Kāpēc').fill('Lauku pievienojām paši.');
    await ilze.page.getByRole('button', { name: 'Atsaukt', exact: true }).click();
    await expect(ilze.page.getByText('Lūgums ir atsaukts.')).toBeVisible();
    await expectClean(ilze.page);
    await ilze.leave();
  });
});
