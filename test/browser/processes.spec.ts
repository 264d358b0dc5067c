import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectClean } from './axe.js';
import { Person } from './people.js';

const count = (page: Page): Locator =>
  page
    .getByRole('region', { name: /Ieviesti ITIL procesi/ })
    .locator('b')
    .first();

/** Opens the board and reads KPI-03 of today. */
async function counted(page: Page): Promise<number> {
  await page.goto('/reports/processes');
  await count(page).waitFor();
  return Number(await count(page).textContent());
}

async function openProcess(page: Page, name: string): Promise<void> {
  await page.goto('/reports/processes');
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
  await page.getByRole('link', { name: 'Atvērt procesu' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

const evidence = (page: Page): Locator => page.getByRole('region', { name: 'Pierādījumi' });

test('withdrawing the order of an implemented process lowers the count at once, and the page says why', async ({ browser }) => {
  const dace = await (await Person.at(browser)).signIn('dace');
  const { page } = dace;
  const before = await counted(page);
  await expectClean(page);
  await openProcess(page, 'IT aktīvu pārvaldība');
  await expectClean(page);
  const order = evidence(page).getByRole('listitem').filter({ hasText: 'Rīkojums par iekārtu uzskaites kārtību' });
  await order.getByRole('button', { name: 'Atsaukt dokumentu' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Process uzreiz tiks apturēts');
  await dialog.getByLabel('Iemesls').fill('Rīkojums atcelts ar citu rīkojumu.');
  await dialog.getByRole('button', { name: 'Atsaukt dokumentu' }).click();
  await expect(dialog).toBeHidden();
  const why = page.getByRole('region', { name: 'Kas vēl jādara' });
  await expect(why).toContainText(/Apturēts .*: Dokuments ar rīkojumu, Pārbaudītājs nav īpašnieks/);
  await expect(order).toContainText('Atsaukts');
  await expect(order).toContainText('Rīkojums atcelts ar citu rīkojumu.');
  await expectClean(page);
  expect(await counted(page)).toBe(before - 1);
  await dace.leave();
});

test('a manager verifies the order of a process; its owner cannot', async ({ browser }) => {
  const [modris, dace] = await Promise.all(['modris', 'dace'].map(async (login) => (await Person.at(browser)).signIn(login)));
  const owner = modris!.page;
  await openProcess(owner, 'Izmaiņu pārvaldība');
  await expect(evidence(owner).getByRole('button', { name: 'Atsaukt dokumentu' })).toBeVisible();
  await expect(evidence(owner).getByRole('button', { name: 'Pārbaudīt', exact: true })).toHaveCount(0);

  const { page } = dace!;
  await openProcess(page, 'Izmaiņu pārvaldība');
  await expect(evidence(page)).toContainText('Vēl nav pārbaudīts');
  await evidence(page).getByRole('button', { name: 'Pārbaudīt', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pārbaudīt', exact: true }).click();
  await expect(evidence(page)).toContainText('Pārbaudīja Dace Vītola');

  await owner.reload();
  await expect(evidence(owner)).toContainText('Pārbaudīja Dace Vītola');
  await Promise.all([modris!.leave(), dace!.leave()]);
});

test('an owner describes a process and hands it in, following what is missing', async ({ browser }) => {
  const liene = await (await Person.at(browser, { viewport: { width: 390, height: 844 } })).signIn('liene');
  const { page } = liene;
  await page.goto('/reports/processes');
  await page.getByRole('link', { name: 'Aprakstīt' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tvērums').fill('Zināšanu raksti un risinājumi visiem pakalpojumiem.');
  await dialog.getByLabel('Gaita').fill('Rakstu sagatavo, pārbauda kolēģis, publicē, reizi gadā pārskata.');
  await dialog.getByRole('button', { name: 'Pievienot lomu' }).click();
  await dialog.getByLabel('1. loma', { exact: true }).fill('Raksta autors');
  await dialog.getByLabel('1. lomas pienākums').fill('Uztur rakstu spēkā.');
  await dialog.getByLabel('Rādītāji').click();
  for (const code of ['KPI-04', 'KPI-08']) await page.getByRole('option', { name: new RegExp(code) }).click();
  await page.keyboard.press('Escape');
  await expectClean(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Saglabāt' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Nodot apstiprināšanai' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Nodot apstiprināšanai' }).click();
  await expect(page.getByRole('button', { name: 'Pievienot rīkojumu' })).toBeVisible();
  await expectClean(page);
  await liene.leave();
});
