import { expect, test, type Locator, type Page } from '@playwright/test';
import { Person } from './people.js';

/** Presses a button, fills the dialog that it opens, sends it and waits until it has closed by itself. */
async function act(page: Page, action: string, submit = action, fill: (dialog: Locator) => Promise<void> = async () => {}): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  await dialog.getByRole('button', { name: submit, exact: true }).click();
  await expect(dialog).toBeHidden();
}

const step = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('list', { name: 'Problēmas gaita' }).locator('[aria-current="step"]')).toContainText(name);

async function choose(scope: Locator, label: string, option: string): Promise<void> {
  await scope.getByRole('combobox', { name: label }).click();
  await scope.page().getByRole('option', { name: option }).first().click();
}

test('a problem is opened from an incident, becomes a known error, and is offered to whoever types it in the portal', async ({
  browser,
}) => {
  const rihards = await (await Person.at(browser)).signIn('rihards');
  const { page } = rihards;
  await page.goto('/desk?view=group');
  await page.locator('a[href^="/desk/tickets/"]').first().click();
  const title = `Skeneris iestrēgst pie trešās lapas ${Date.now()}`;
  await page.getByRole('button', { name: 'Sīkāk', exact: true }).click();
  await act(page, 'Atvērt problēmu', 'Atvērt problēmu', async (dialog) => {
    await dialog.getByLabel('Nosaukums').fill(title);
    await dialog.getByLabel('Kas notiek, kur un kad').fill('Skeneris katru reizi iestrēgst pie trešās lapas.');
    await choose(dialog, 'Grupa', '1. līnija');
  });
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await step(page, 'Jauna');
  await expect(page.getByRole('region', { name: 'Incidenti' }).getByRole('link')).toHaveCount(1);

  await act(page, 'Sākt meklēt cēloni', 'Sākt meklēt cēloni', (dialog) => choose(dialog, 'Īpašnieks', 'Rihards'));
  await step(page, 'Meklē cēloni');
  await act(page, 'Zināma kļūda', 'Zināma kļūda', async (dialog) => {
    await dialog.getByLabel('Pamatcēlonis').fill('Nolietots padeves rullītis.');
    await dialog.getByLabel('Pagaidu risinājums').fill('Likt ne vairāk kā divas lapas.');
  });
  await step(page, 'Zināma kļūda');
  const users = page.getByRole('region', { name: 'Ko sakām lietotājiem' });
  await users.getByRole('button', { name: 'Labot: Ko sakām lietotājiem' }).click();
  await users.getByLabel('Virsraksts lietotājiem').fill('Skeneris iestrēgst pie trešās lapas');
  await users.getByLabel('Ko lietotājs var darīt pats').fill('Lieciet ne vairāk kā divas lapas.');
  await users.getByRole('button', { name: 'Saglabāt', exact: true }).click();
  await expect(users.getByText('Lieciet ne vairāk kā divas lapas.')).toBeVisible();

  const ilze = await (await Person.at(browser)).signIn('ilze');
  await ilze.page.goto('/new');
  await ilze.page.getByLabel('Kas nedarbojas?').fill('Mūsu skeneris atkal iestrēgst');
  await expect(ilze.page.getByText('Lieciet ne vairāk kā divas lapas.').first()).toBeVisible();
});
