import { expect, test } from '@playwright/test';
import { Person } from './people.js';

/** So far ahead that no clock of the demonstration feels it. */
const DAY = '2031-07-09';

test('an administrator drafts a one-off day, and a manager reads what it changes and publishes it', async ({ browser }) => {
  const admin = await (await Person.at(browser)).signIn('admin');
  await admin.page.goto('/admin/calendars?year=2031');
  await admin.page.getByRole('button', { name: 'Sākt melnrakstu' }).click();
  await admin.page.locator('label').filter({ hasText: 'Publicēt' }).waitFor();
  await admin.page.locator(`[data-date="${DAY}"]`).focus();
  await admin.page.keyboard.press('ArrowRight');
  await admin.page.keyboard.press('ArrowLeft');
  await admin.page.keyboard.press('Enter');
  const dialog = admin.page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Atsevišķa diena/ }).check();
  await dialog.getByRole('button', { name: /pievienot laiku/ }).click();
  await dialog.getByLabel(/1\. posma beigas/).fill('1200');
  await dialog.getByRole('button', { name: 'Saglabāt' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect(admin.page.locator(`[data-date="${DAY}"]`)).toHaveAttribute('aria-label', /atsevišķa diena · 8:30–12:00/);

  const manager = await (await Person.at(browser)).signIn('dace');
  await manager.page.goto('/admin/calendars?rules=draft&panel=publish');
  await expect(manager.page.getByRole('row', { name: /09\.07\.2031\..*atsevišķa diena/ })).toBeVisible();
  await manager.page.getByRole('button', { name: 'Aprēķināt ietekmi' }).click();
  await expect(manager.page.getByText('Pārvietosies')).toBeVisible();
  await manager.page.getByRole('button', { name: 'Publicēt', exact: true }).click();
  await expect(manager.page.getByRole('heading', { name: /versija\s*spēkā/ })).toBeVisible();
  await expect(manager.page.getByText(/Pārplānoti/)).toBeVisible({ timeout: 30_000 });
  await Promise.all([admin.leave(), manager.leave()]);
});
