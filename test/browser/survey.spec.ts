import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { expectClean } from './axe.js';
import { answerAll, expectEnding, keptAnswers, openInvitations, PHONE } from './invitations.js';

/** Another test's campaign has mails in the mailbox too. */
const YEARLY = 'Klientu apmierinātības aptauja';

test('an invitation is answered by keyboard on a phone, survives a reload and a lost connection, and counts once', async ({
  browser,
  playwright,
  baseURL,
}) => {
  const [link] = await openInvitations(await playwright.request.newContext({ baseURL: baseURL ?? '' }), YEARLY);
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await page.goto(link!);
  await page.getByRole('button', { name: 'Sākt' }).waitFor();
  await expectClean(page);
  await page.getByRole('button', { name: 'Sākt' }).click();

  // Nothing is chosen beforehand, and going on without an answer is refused beside the question.
  await page.getByRole('button', { name: 'Tālāk' }).click();
  await expect(page.getByText('Izvēlieties atbildi.')).toBeVisible();
  await expect(page.getByText('Glabājam tikai iestādi un dienu.')).toBeVisible();
  await page.getByRole('radio').first().check();
  await page.reload();
  await expect(page.getByRole('radio').first()).toBeChecked();
  await expectClean(page);
  await page.getByRole('button', { name: 'Tālāk' }).click();
  expect(await answerAll(page)).toBeGreaterThan(5);

  await page.getByRole('heading', { name: 'Pārskatiet atbildes' }).waitFor();
  await expectClean(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
  await expect(page.getByText('Atbildes ir saglabātas šajā ierīcē')).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
  await page.getByRole('heading', { name: 'Atbildes saņemtas' }).waitFor();
  expect(await keptAnswers(page)).toEqual([]);

  await page.goto(link!);
  await expectEnding(page, 'Ar šo uzaicinājumu jau ir atbildēts', 'This invitation has been answered', /vienu reizi/);
  await expectClean(page);
  await context.close();
});

test('answers whose receipt was lost on the way are not sent twice, and a form opened without connection waits for it', async ({
  browser,
  playwright,
  baseURL,
}) => {
  const [link] = await openInvitations(await playwright.request.newContext({ baseURL: baseURL ?? '' }), YEARLY);
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await page.goto(link!);
  await page.getByRole('button', { name: 'Sākt' }).click();
  await page.getByRole('radio').first().check();
  // The tunnel: the page is opened again while its questions cannot be read.
  const questions = '**/api/v1/survey-responses/*';
  await page.route(questions, (route) => route.abort());
  await page.reload();
  await page.getByRole('heading', { name: 'Aptauju pašlaik nevar ielādēt' }).waitFor();
  await expect(page.getByText('Iesāktās atbildes ir saglabātas šajā ierīcē.')).toBeVisible();
  await expectClean(page);
  await page.unroute(questions);
  await page.getByRole('button', { name: 'Mēģināt vēlreiz' }).click();
  await expect(page.getByRole('radio').first()).toBeChecked();
  await page.getByRole('button', { name: 'Tālāk' }).click();
  await answerAll(page);
  // The server takes the answers, and its word never arrives.
  let taken = 0;
  await page.route(questions, async (route) => {
    if (route.request().method() === 'POST') taken = (await route.fetch()).status();
    await route.abort();
  });
  await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
  await expect(page.getByText('Atbildes ir saglabātas šajā ierīcē')).toBeVisible();
  expect(taken).toBe(201);
  await page.unroute(questions);
  await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
  await page.getByRole('heading', { name: 'Atbildes saņemtas' }).waitFor();
  expect(await keptAnswers(page)).toEqual([]);
  await context.close();
});

test('a link that nobody was given and a link whose last day has passed each say so in plain words', async ({ browser }) => {
  const expired = 'beidzies-'.padEnd(43, 'x');
  const database = new pg.Client({ connectionString: process.env['ATBALSTS_BROWSER_DATABASE_URL'] ?? '' });
  await database.connect();
  await database.query(
    `insert into surveys.invitation_token (hash, campaign_id, invitation_id)
     select $1, id, null from surveys.campaign where state = 'published' order by year limit 1 on conflict do nothing`,
    [createHash('sha256').update(expired).digest('hex')],
  );
  await database.end();
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await page.goto('/survey/nav-tadas-saites');
  await expectEnding(page, 'Šādas aptaujas saites nav', 'There is no such survey link', /nokopēta pilnībā/);
  await expectClean(page);
  await page.goto(`/survey/${expired}`);
  await expectEnding(page, 'Aptaujas pēdējā diena ir pagājusi', 'The survey’s last day has passed', /Atbildes gaidījām līdz/);
  await expectClean(page);
  await context.close();
});
