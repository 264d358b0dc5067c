import { expect, test, type Page } from '@playwright/test';
import { Caller } from './caller.js';
import { Person } from './people.js';

interface Filed {
  readonly id: string;
  readonly number: string;
}

/** Files incidents with a title of their own, so that a list can be narrowed to them. */
async function file(caller: Caller, word: string, many: number): Promise<Filed[]> {
  const filed: Filed[] = [];
  for (let at = 0; at < many; at += 1)
    filed.push(await caller.post<Filed>('/incidents', { title: `${word} ${at + 1}`, description: 'Drukas rinda stāv.', source: 'phone' }));
  return filed;
}

const row = (page: Page, word: string) =>
  page.getByRole('list', { name: 'Pieteikumu rinda' }).getByRole('listitem').filter({ hasText: word });

test('a view is saved and counted, three tickets are resolved of which one refuses, an assignment is taken back', async ({
  browser,
  request,
}) => {
  const caller = await Caller.as(request, 'elina');
  const word = `Rinda${Date.now()}`;
  const tickets = await file(caller, word, 3);
  const { page } = await (await Person.at(browser)).signIn('elina');

  await page.goto(`/desk?view=all&q=${word}`);
  await expect(row(page, word)).toHaveCount(3);
  await page.getByRole('button', { name: 'Saglabāt skatu' }).click();
  await page.getByRole('dialog').getByLabel('Nosaukums').fill(`Skats ${word}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Saglabāt', exact: true }).click();
  await expect(page.getByRole('link', { name: `Skats ${word}` })).toContainText('3');

  // With the keyboard alone: the first row, then the one after the next.
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const bar = page.getByRole('toolbar', { name: 'Darbības ar atlasītajiem' });
  await expect(bar).toContainText('Atlasīts 1 pieteikums');
  await bar.getByRole('button', { name: 'Piešķirt' }).click();
  const assign = page.getByRole('dialog');
  await assign.getByRole('combobox', { name: 'Izpildītājs' }).click();
  await page.getByRole('option', { name: 'Elīna Bērziņa' }).click();
  await assign.getByRole('button', { name: 'Piešķirt' }).click();
  await expect(row(page, word).getByRole('img', { name: 'Elīna Bērziņa' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Atsaukt' }).click();
  await expect(row(page, word).getByRole('img', { name: 'Elīna Bērziņa' })).toHaveCount(0);

  // A colleague is faster with one of the three: the others are resolved, and the page says what became of this one.
  await caller.post(`/incidents/${tickets[1]!.id}/cancellation`, { reason: 'test' });
  await page.getByRole('checkbox', { name: 'Atlasīt visus ielādētos' }).click();
  await expect(bar).toContainText('Atlasīti 3 pieteikumi');
  await page.keyboard.press('e');
  const resolve = page.getByRole('dialog');
  await resolve.getByRole('textbox').first().fill('Rinda iztīrīta.');
  await resolve.getByText('Novērsts', { exact: true }).click();
  await resolve.getByRole('button', { name: 'Atrisināt' }).click();
  const results = page.getByRole('dialog', { name: 'Kas notika ar atlasītajiem' });
  await expect(results).toContainText('Atrisināti 2 pieteikumi');
  await expect(results.getByRole('listitem')).toHaveCount(1);
  await expect(results.getByRole('listitem')).toContainText(tickets[1]!.number);
  await results.getByRole('button', { name: 'Aizvērt', exact: true }).last().click();
  await expect(row(page, word)).toHaveCount(3);

  // Nothing has moved; the rows go when their reader asks for the list anew.
  await page.reload();
  await expect(page.getByText('Nekas neatbilst filtriem')).toBeVisible();
});
