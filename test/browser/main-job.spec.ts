import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { Person } from './people.js';

/** From a fresh data folder to a resolved, rated incident in one go. The limits of clicks are promises of the product. */
test('an incident is filed in six clicks, resolved in four, rated in one', async ({ browser }) => {
  const title = `Monitors neieslēdzas ${randomUUID().slice(0, 8)}`;
  const ilze = await (await Person.at(browser)).signIn('ilze');
  const { page } = ilze;

  const toFile = await ilze.clicks(async () => {
    await page.getByRole('link', { name: 'Ziņot par problēmu' }).click();
    await expect(page.getByLabel('Kas nedarbojas?')).toBeFocused();
    await page.keyboard.type(title);
    await page.getByLabel('Pastāstiet vairāk').click();
    await page.keyboard.type('Lampiņa deg, bet attēla nav.');
    await page.getByText('Tikai mani').click();
    await page.getByText('Darbs apstājies').click();
    await page.getByRole('button', { name: 'Iesniegt' }).click();
    await expect(page.getByRole('heading', { name: /Pieteikums INC-\d{4}-\d{6} ir saņemts/ })).toBeVisible();
  });
  expect(toFile).toBeLessThanOrEqual(6);
  await expect(page.getByText('Solām atrisināt')).toBeVisible();

  const elina = await (await Person.at(browser)).signIn('elina');
  await elina.page.goto('/desk?view=unassigned');
  const row = elina.page.getByRole('link', { name: title });
  await expect(row).toBeVisible();
  const toResolve = await elina.clicks(async () => {
    await row.click();
    await elina.page.getByRole('button', { name: 'Pieņemt un atrisināt' }).click();
    const dialog = elina.page.getByRole('dialog');
    await expect(dialog.getByRole('textbox', { name: 'Risinājums' })).toBeFocused();
    await elina.page.keyboard.type('Nomainīts strāvas kabelis.');
    await dialog.getByText('Novērsts').click();
    await dialog.getByRole('button', { name: 'Pieņemt un atrisināt' }).click();
    await expect(dialog).toBeHidden();
  });
  expect(toResolve).toBeLessThanOrEqual(4);

  // The requester's page is open all the while and follows by itself.
  await page.getByRole('link', { name: 'Atvērt pieteikumu' }).click();
  await expect(page.getByText('Nomainīts strāvas kabelis.')).toBeVisible();
  const toRate = await ilze.clicks(async () => {
    await page.getByRole('button', { name: 'Labi' }).click();
    await expect(page.getByRole('button', { name: 'Labi' })).toHaveAttribute('aria-pressed', 'true');
  });
  expect(toRate).toBeLessThanOrEqual(1);

  const dace = await (await Person.at(browser)).signIn('dace');
  await expect(dace.page).toHaveURL(/\/reports/);
  await expect(dace.page.getByRole('heading', { name: 'Pakalpojuma pārskats' })).toBeVisible();
  await Promise.all([ilze, elina, dace].map((person) => person.leave()));
});
