import { type Browser, expect, test } from '@playwright/test';
import { Caller } from './caller.js';

interface Mail {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Rating {
  readonly rating: { readonly value: string } | null;
  readonly history: readonly unknown[];
  readonly canRate: boolean;
}

/** What a scanner of mail does that renders pages: opens the address in a browser without a session, waits, scrolls, points, presses nothing. */
async function render(browser: Browser, url: string): Promise<string[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sent: string[] = [];
  page.on('request', (request) => !['GET', 'HEAD'].includes(request.method()) && sent.push(`${request.method()} ${request.url()}`));
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('radio')).toHaveCount(3);
  for (const button of await page.getByRole('button').all()) await button.hover();
  await page.mouse.wheel(0, 2000);
  await page.waitForTimeout(1500);
  await context.close();
  return sent;
}

test('no vote comes of a scanner that follows every link of the mail by GET and HEAD and renders it without clicking', async ({
  browser,
  playwright,
  baseURL,
}) => {
  const contexts = await Promise.all(['zane', 'elina', 'admin'].map(() => playwright.request.newContext({ baseURL: baseURL ?? '' })));
  const [zane, elina, admin] = await Promise.all(['zane', 'elina', 'admin'].map((login, at) => Caller.as(contexts[at]!, login)));
  const filing = { title: 'Pārbaude: pele nekustas', description: 'Kopš rīta.', impact: 3, urgency: 2 };
  const ticket = await zane!.post<{ id: string; number: string }>('/incidents', filing);
  await elina!.post(`/incidents/${ticket.id}/resolution`, { code: 'fixed', text: 'Nomainīta baterija.', accept: true });

  let mail: Mail | undefined;
  await expect(async () => {
    const { items } = await admin!.get<{ items: Mail[] }>('/mailbox');
    const asking = items.find(({ subject }) => subject.includes(ticket.number) && subject.includes('Kā mums veicās?'));
    expect(asking).toBeDefined();
    mail = await admin!.get<Mail>(`/mailbox/${asking!.id}`);
  }).toPass({ timeout: 60_000 });

  const written = [...mail!.text.matchAll(/https?:\/\/\S+/g), ...mail!.html.matchAll(/(?<=href=")[^"]+/g)];
  const links = [
    ...new Set(written.map(([url]) => new URL(url.replaceAll('&amp;', '&'))).map(({ pathname, search }) => `${pathname}${search}`)),
  ];
  const faces = links.filter((link) => link.startsWith('/rate/'));
  expect(faces).toHaveLength(3);
  const scanner = await playwright.request.newContext({ baseURL: baseURL ?? '' });
  for (const link of links) {
    expect((await scanner.get(link)).status()).toBe(200);
    expect((await scanner.head(link)).status()).toBe(200);
  }
  for (const face of faces) expect(await render(browser, `${baseURL ?? ''}${face}`)).toEqual([]);
  expect(await zane!.get<Rating>(`/tickets/${ticket.id}/rating`)).toMatchObject({ rating: null, history: [], canRate: true });

  // The same page does record when somebody presses its button: by keyboard alone, on a phone.
  const person = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await person.newPage();
  await page.goto(faces[2]!);
  await expect(page.getByRole('radio', { name: 'Labi' })).toBeChecked();
  const left = await Promise.all(
    (
      await page
        .locator('label')
        .filter({ has: page.getByRole('radio') })
        .all()
    ).map((face) => face.boundingBox()),
  );
  expect(new Set(left.map((box) => box?.x)).size).toBe(1);
  await page.getByRole('radio', { name: 'Labi' }).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ātri.');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Paldies! Jūsu vērtējums: Apmierinoši.')).toBeVisible();
  expect((await zane!.get<Rating>(`/tickets/${ticket.id}/rating`)).rating).toMatchObject({ value: 'satisfactory', comment: 'Ātri.' });
  await page.goto(faces[0]!);
  await expect(page.getByText('Jūsu vērtējums: Apmierinoši')).toBeVisible();
  await Promise.all([person.close(), scanner.dispose(), ...contexts.map((context) => context.dispose())]);
});
