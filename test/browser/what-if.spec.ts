import { expect, test } from '@playwright/test';
import { Person } from './people.js';

test('an administrator drafts shorter promises, and a manager sees what they would have come to, leaving the page meanwhile', async ({
  browser,
}) => {
  const admin = await (await Person.at(browser)).signIn('admin');
  await admin.page.goto('/admin/policies');
  await admin.page.getByRole('button', { name: 'Sagatavot izmaiņas' }).click();
  const general = admin.page.getByRole('region', { name: 'Visiem pieteikumiem' });
  await general.getByLabel('Atrisināšana P3').fill('2 h');
  await general.getByLabel('Atrisināšana P4').fill('4 h');
  await admin.page.getByLabel('Pamatojums').fill('Izmēģinājums');
  await admin.page.getByRole('button', { name: 'Saglabāt melnrakstu' }).click();
  await expect(admin.page.getByRole('heading', { name: /versijas melnraksts/ })).toBeVisible();
  await expect(admin.page.getByText('Melnrakstu publicē vadītājs.')).toBeVisible();

  const dace = await (await Person.at(browser)).signIn('dace');
  await dace.page.getByRole('link', { name: 'Kas būtu, ja' }).click();
  await dace.page.getByRole('combobox', { name: 'Periods' }).click();
  await dace.page.getByRole('option', { name: 'Pēdējie 12 pilnie mēneši' }).click();
  await dace.page.getByRole('combobox', { name: 'Politika' }).click();
  await dace.page.getByRole('option').first().click();
  await dace.page.getByRole('button', { name: 'Sākt aprēķinu' }).click();
  await expect(dace.page).toHaveURL(/\/reports\/what-if\?id=/);
  await dace.page.getByRole('link', { name: 'SLA izpilde' }).click();
  await expect(dace.page.getByRole('heading', { name: /SLA/, level: 1 })).toBeVisible();

  await dace.page.getByRole('link', { name: 'Kas būtu, ja' }).click();
  const answer = dace.page.getByRole('region', { name: 'Galvenais' });
  await expect(answer).toBeVisible({ timeout: 30_000 });
  await expect(answer.getByText(/politika „.*”, melnraksts/)).toBeVisible();
  await expect(answer.getByText(/būtu nokavēti/)).toBeVisible();
  const turned = dace.page.getByRole('region', { name: 'Pieteikumi, kas maina iznākumu' });
  await expect(turned.getByRole('row').nth(1)).toContainText('nokavēts');

  // Nothing holds by trying, and what was drafted can be thrown away.
  await admin.page.getByRole('button', { name: 'Atmest' }).click();
  await admin.page.getByRole('button', { name: 'Tiešām atmest melnrakstu?' }).click();
  await expect(admin.page.getByRole('button', { name: 'Sagatavot izmaiņas' })).toBeVisible();
  await Promise.all([admin.leave(), dace.leave()]);
});
