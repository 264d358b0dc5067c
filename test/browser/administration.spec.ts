import { randomUUID } from 'node:crypto';
import { expect, type Locator, test } from '@playwright/test';
import { Person } from './people.js';

async function choose(within: Locator, label: string, option: string): Promise<void> {
  const field = within.getByRole('combobox', { name: label });
  await field.click();
  await within.page().getByRole('option', { name: option, exact: true }).click();
}

test('an administrator makes a group, puts a member into it and asks for a role that a manager approves', async ({ browser }) => {
  const name = `Drukas iekārtas ${randomUUID().slice(0, 6)}`;
  const admin = await (await Person.at(browser)).signIn('admin');
  await admin.page.goto('/admin/groups');
  await admin.page.getByRole('button', { name: 'Izveidot grupu' }).click();
  const dialog = admin.page.getByRole('dialog');
  await dialog.getByLabel('Nosaukums latviski').fill(name);
  await dialog.getByLabel('Nosaukums angliski').fill('Printers');
  await choose(dialog, 'Kalendārs', 'Darbdienās 8.30–17.00');
  await dialog.getByRole('button', { name: 'Saglabāt' }).click();
  await admin.page.getByRole('heading', { level: 1, name }).waitFor();
  await admin.page.getByRole('textbox', { name: 'Pievienot dalībnieku' }).fill('Balode');
  await admin.page.getByRole('option', { name: /Līga Balode/ }).click();
  await admin.page.getByRole('button', { name: 'Pievienot', exact: true }).click();
  await admin.page.getByRole('link', { name: 'Līga Balode' }).click();

  await admin.page.getByRole('heading', { level: 1, name: 'Līga Balode' }).waitFor();
  await admin.page.getByRole('button', { name: 'Piešķirt lomu' }).click();
  await choose(dialog, 'Loma', 'auditors');
  await dialog.getByLabel('Pamatojums').fill('Iekšējais audits.');
  await dialog.getByRole('button', { name: 'Lūgt apstiprinājumu' }).click();
  await expect(admin.page.getByText('Loma lūgta un gaida vadītāja apstiprinājumu.')).toBeVisible();

  const manager = await (await Person.at(browser)).signIn('dace');
  await manager.page.goto('/admin/requests');
  const request = manager.page.getByRole('listitem').filter({ hasText: 'Iekšējais audits.' });
  await request.getByRole('button', { name: 'Apstiprināt' }).click();
  await request.waitFor({ state: 'detached' });
  await admin.page.reload();
  await expect(admin.page.getByText(/apstiprināja Dace Vītola/)).toBeVisible();
  await expect(admin.page.getByText(`Pievienots grupai: ${name}`)).toBeVisible();
  await Promise.all([admin.leave(), manager.leave()]);
});
