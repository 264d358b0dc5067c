import { expect, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { passwordOf, Person } from './people.js';

const codeOf = (secret: string, ahead: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate({ timestamp: Date.now() + ahead * 30_000 });

test('somebody sets up an authenticator, signs out, signs in with its code, and switches it off', async ({ browser }) => {
  const viktors = await (await Person.at(browser)).signIn('viktors');
  const { page } = viktors;
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Iestatīt autentifikatoru' }).click();
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Pieslēgšanās ar kodu' }) });
  await card.getByLabel('Pašreizējā parole').fill(passwordOf('viktors'));
  await card.getByRole('button', { name: 'Turpināt' }).click();
  await expect(card.getByRole('img', { name: 'QR kods autentifikatoram' })).toBeVisible();
  const secret = await card.locator('code').innerText();
  await card.getByLabel('Sešu ciparu kods').fill(codeOf(secret, 0));
  await card.getByRole('button', { name: 'Ieslēgt' }).click();
  const codes = card.getByRole('list', { name: 'Atkopšanas kodi' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const recovery = await codes.first().innerText();

  await page.getByRole('button', { name: 'Iziet' }).click();
  await page.getByLabel('Lietotājvārds').waitFor();
  await viktors.signIn('viktors');
  await expect(page.getByRole('heading', { name: 'Ievadiet kodu' })).toBeVisible();
  // A reload of any page does not get around it.
  expect((await page.request.get('/api/v1/me')).status()).toBe(401);
  await page.getByLabel('Kods').fill('000000');
  await page.getByRole('button', { name: 'Pieslēgties' }).click();
  await expect(page.getByText('Kods nav pareizs vai jau ir izmantots.')).toBeVisible();
  await page.getByLabel('Kods').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'Pieslēgties' }).click();
  await page.waitForURL(/\/desk/);

  await page.goto('/profile');
  await card.getByRole('button', { name: 'Izslēgt' }).click();
  await card.getByLabel('Pašreizējā parole').fill(passwordOf('viktors'));
  await card.getByLabel('Kods').fill(recovery);
  await card.getByRole('button', { name: 'Izslēgt' }).click();
  await expect(page.getByRole('button', { name: 'Iestatīt autentifikatoru' })).toBeVisible();
  await viktors.leave();
});
