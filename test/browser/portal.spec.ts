import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { Caller } from './caller.js';
import { Person } from './people.js';

interface Filed {
  readonly id: string;
  readonly number: string;
}

const file = (requester: Caller): Promise<Filed> =>
  requester.post('/incidents', {
    title: `Ekrāns mirgo ${randomUUID().slice(0, 8)}`,
    description: 'Kopš rīta mirgo.',
    impact: 3,
    urgency: 2,
  });

async function resolved(requester: Caller, agent: Caller): Promise<Filed> {
  const ticket = await file(requester);
  await agent.post(`/incidents/${ticket.id}/resolution`, { code: 'fixed', text: 'Nomainīts kabelis.', accept: true });
  return ticket;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const face = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Words with Latvian letters outside what is marked as Latvian. */
const latvianWords = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.childElementCount === 0 && !element.closest('[lang=lv]'))
      .flatMap((element) => [element.textContent, element.ariaLabel, element.getAttribute('placeholder')])
      .filter((text) => text !== null && /[āčēģīķļņšūž]/i.test(text))
      .map(String),
  );

test('a question is answered where it stands, and the promise counts on', async ({ browser, playwright, baseURL }) => {
  const ilze = await (await Person.at(browser)).signIn('ilze');
  const desk = await playwright.request.newContext({ baseURL: baseURL ?? '' });
  const agent = await Caller.as(desk, 'elina');
  const ticket = await file(await Caller.as(ilze.context.request, 'ilze'));
  await agent.post(`/incidents/${ticket.id}/acceptance`);
  await agent.post(`/incidents/${ticket.id}/hold`, { reason: 'awaiting_requester', question: 'Kurš monitors mirgo?' });
  const { page } = ilze;
  await page.goto(`/tickets/${ticket.number}`);
  await expect(page.getByText('gaida Jūsu atbildi.')).toBeVisible();
  await page.getByRole('button', { name: 'Atbildēt' }).click();
  await expect(page.getByLabel('Jūsu atbilde')).toBeFocused();
  await page.keyboard.type('Kreisais.');
  await page.getByRole('button', { name: 'Nosūtīt' }).click();
  await expect(page.getByText('strādā pie Jūsu pieteikuma')).toBeVisible();
  await expect(page.getByLabel('Jūsu atbilde')).toHaveValue('');
  await expect(page.getByRole('main').getByText('Kreisais.')).toBeVisible();
  await Promise.all([ilze.leave(), desk.dispose()]);
});

test('"bad" reopens in the same step, and a rating can be changed meanwhile', async ({ browser, playwright, baseURL }) => {
  const ilze = await (await Person.at(browser)).signIn('ilze');
  const desk = await playwright.request.newContext({ baseURL: baseURL ?? '' });
  const requester = await Caller.as(ilze.context.request, 'ilze');
  const ticket = await resolved(requester, await Caller.as(desk, 'elina'));
  const { page } = ilze;
  await page.goto(`/tickets/${ticket.number}`);
  await face(page, 'Labi').click();
  await expect(page.getByText('Paldies! Jūsu vērtējums: Labi.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Vērtējumu varat mainīt')).toBeVisible();
  await face(page, 'Slikti').click();
  await expect(face(page, 'Slikti')).toHaveAttribute('aria-pressed', 'true');
  await page.getByLabel('Kas nav izdevies?').fill('Mirgo joprojām.');
  await page.getByRole('button', { name: 'Nosūtīt un atvērt atkārtoti' }).click();
  await expect(page.getByText(/strād(ā|ās)/).first()).toBeVisible();
  await expect(page.getByRole('main').getByText('Mirgo joprojām.').first()).toBeVisible();
  const { rating, history } = await requester.get<{ rating: { value: string; comment: string } | null; history: { value: string }[] }>(
    `/tickets/${ticket.id}/rating`,
  );
  expect(history.map((entry) => entry.value)).toEqual(expect.arrayContaining(['good', 'bad']));
  expect(rating === null || rating.comment === 'Mirgo joprojām.').toBe(true);
  expect((await requester.get<{ state: string }>(`/tickets/${ticket.id}`)).state).not.toBe('resolved');
  await Promise.all([ilze.leave(), desk.dispose()]);
});

test('what was being written survives a reload', async ({ browser }) => {
  const ilze = await (await Person.at(browser)).signIn('ilze');
  const { page } = ilze;
  await page.goto('/new');
  await page.getByLabel('Kas nedarbojas?').fill('Pele nekustas');
  await page.getByLabel('Pastāstiet vairāk').fill('Kopš pusdienām.');
  await page.getByText('Tikai mani').click();
  await page.reload();
  await expect(page.getByText('Atjaunojām to, ko iesākāt rakstīt.')).toBeVisible();
  await expect(page.getByLabel('Kas nedarbojas?')).toHaveValue('Pele nekustas');
  await expect(page.getByLabel('Pastāstiet vairāk')).toHaveValue('Kopš pusdienām.');
  await expect(page.getByLabel('Tikai mani')).toBeChecked();
  await page.getByRole('button', { name: 'Sākt no jauna' }).click();
  await expect(page.getByLabel('Kas nedarbojas?')).toHaveValue('');
  await ilze.leave();
});

test('files come by dragging and by pasting, and are sent with the ticket', async ({ browser }) => {
  const ilze = await (await Person.at(browser)).signIn('ilze');
  const { page } = ilze;
  await page.goto('/new');
  await page.getByLabel('Kas nedarbojas?').fill(`Pielikums ${randomUUID().slice(0, 8)}`);
  await page.getByLabel('Pastāstiet vairāk').fill('Skat. failus.');
  await page.getByText('Tikai mani').click();
  await page.getByText('Var pagaidīt').click();
  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['ievilkts'], 'ievilkts.txt', { type: 'text/plain' }));
    return transfer;
  });
  await page.getByText('Ievelciet failu').locator('..').dispatchEvent('drop', { dataTransfer: files });
  await expect(page.getByText('ievilkts.txt')).toBeVisible();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['ielīmēts'], 'ielimets.txt', { type: 'text/plain' }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText('ielimets.txt')).toBeVisible();
  await page.getByRole('button', { name: 'Iesniegt' }).click();
  await page.getByRole('link', { name: 'Atvērt pieteikumu' }).click();
  for (const name of ['ievilkts.txt', 'ielimets.txt']) await expect(page.getByRole('link', { name: new RegExp(name) })).toBeVisible();
  await ilze.leave();
});

test('nothing scrolls sideways at 320 pixels', async ({ browser }) => {
  const ilze = await (await Person.at(browser, { viewport: { width: 320, height: 640 } })).signIn('ilze');
  const { page } = ilze;
  const caller = await Caller.as(ilze.context.request, 'ilze');
  const { items } = await caller.get<{ items: { number: string; state: string }[] }>('/tickets?view=requested&state=any');
  const oneOfEachState = [...new Map(items.map((ticket) => [ticket.state, `/tickets/${ticket.number}`])).values()];
  for (const path of ['/', '/new', '/tickets', '/tickets?show=closed', '/profile', '/nowhere', '/rate/unknown', ...oneOfEachState]) {
    await page.goto(path);
    await heading(page).waitFor();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
  await ilze.leave();
});

test('English is complete: no Latvian is left but what people have written', async ({ browser }) => {
  const janis = await (await Person.at(browser)).signIn('janis');
  const { page } = janis;
  const caller = await Caller.as(janis.context.request, 'janis');
  // The caller's session has taken the place of the one that the page began with.
  await page.reload();
  const kept = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.url().endsWith('/api/v1/me'));
  await page.getByRole('button', { name: 'English' }).click();
  expect((await kept).ok()).toBe(true);
  await expect(page.getByRole('link', { name: 'My tickets' }).first()).toBeVisible();
  const { items } = await caller.get<{ items: { number: string; state: string; title: string }[] }>('/tickets?view=requested&state=any');
  const oneOfEachState = [...new Map(items.map((ticket) => [ticket.state, ticket.number])).values()];
  const disruptions = await caller.get<{ items: Record<string, unknown>[] }>('/disruptions');
  const written = new Set([...items.map((ticket) => ticket.title), ...disruptions.items.flatMap((one) => Object.values(one)).map(String)]);
  const seen: string[] = [];
  for (const path of ['/', '/new', '/tickets', '/tickets?show=closed', '/profile', '/nowhere']) {
    await page.goto(path);
    await heading(page).waitFor();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    seen.push(...(await latvianWords(page)));
  }
  const { name } = await caller.get<{ name: string }>('/me');
  expect(seen.filter((text) => !written.has(text) && !text.includes(name) && !text.includes(name.split(' ')[0] ?? name))).toEqual([]);
  for (const number of oneOfEachState) {
    await page.goto(`/tickets/${number}`);
    await heading(page).waitFor();
    for (const word of ['plkst', 'Pieteikum', 'Neskait', 'Atbild', 'līdz']) {
      await expect(page.getByRole('region').filter({ hasText: word })).toHaveCount(0);
    }
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  }
  await page.getByRole('button', { name: 'Latviešu' }).click();
  await expect(page.getByRole('link', { name: 'Mani pieteikumi' }).first()).toBeVisible();
  await janis.leave();
});

interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
}

/** The links of a ticket's mail that asks for a rating, found by the administrator in the demo's mailbox. */
async function ratingLinks(admin: Caller, number: string): Promise<string[]> {
  let links: string[] = [];
  await expect(async () => {
    const { items } = await admin.get<{ items: Mail[] }>('/mailbox');
    for (const mail of items.filter(({ subject }) => subject.includes(number))) {
      const { text } = await admin.get<{ text: string }>(`/mailbox/${mail.id}`);
      links = text.match(/\/rate\/\S+/g) ?? links;
    }
    expect(links.length).toBeGreaterThanOrEqual(3);
  }).toPass({ timeout: 60_000 });
  return links;
}

test('a link from the mail marks its face and records nothing until the button is pressed', async ({ browser, playwright, baseURL }) => {
  const [home, desk, office] = await Promise.all([1, 2, 3].map(() => playwright.request.newContext({ baseURL: baseURL ?? '' })));
  if (!home || !desk || !office) throw new Error('no contexts');
  // One such mail in seven days is all that a person gets (DOMAIN 6), and other tests have things resolved for ilze, janis and zane.
  const requester = await Caller.as(home, 'sanita');
  const ticket = await resolved(requester, await Caller.as(desk, 'elina'));
  const link = (await ratingLinks(await Caller.as(office, 'admin'), ticket.number)).find((path) => path.includes('v=good'));
  expect(link).toBeDefined();
  const visitor = await Person.at(browser);
  const { page } = visitor;
  await page.goto(link ?? '');
  await expect(page.getByRole('radio', { name: 'Labi' })).toBeChecked();
  expect((await requester.get<{ rating: unknown }>(`/tickets/${ticket.id}/rating`)).rating).toBeNull();
  await page.locator('label', { hasText: 'Apmierinoši' }).click();
  await page.getByRole('button', { name: 'Nosūtīt vērtējumu: Apmierinoši' }).click();
  await expect(page.getByText('Paldies! Jūsu vērtējums: Apmierinoši.')).toBeVisible();
  expect((await requester.get<{ rating: { value: string } }>(`/tickets/${ticket.id}/rating`)).rating.value).toBe('satisfactory');
  await page.goto(link ?? '');
  await expect(page.getByText('Ar šo saiti vērtējums jau ir nosūtīts.')).toBeVisible();
  await Promise.all([visitor.leave(), home.dispose(), desk.dispose(), office.dispose()]);
});
