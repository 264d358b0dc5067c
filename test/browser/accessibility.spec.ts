import { test } from '@playwright/test';
import { expectCleanInBothThemes } from './axe.js';
import { Person } from './people.js';

const PAGES: readonly { readonly login: string; readonly paths: readonly string[] }[] = [
  { login: 'ilze', paths: ['/', '/new', '/tickets', '/profile'] },
  { login: 'zane', paths: ['/institution', '/institution?state=all'] },
  { login: 'elina', paths: ['/desk', '/desk?view=all', '/admin/answers'] },
  { login: 'dace', paths: ['/reports', '/reports/satisfaction', '/reports/compliance'] },
  { login: 'dace', paths: ['/reports/indicators', '/reports/load', '/reports/what-if', '/desk/wall'] },
  { login: 'dace', paths: ['/reports/scorecard', '/reports/scorecard?year=2025'] },
  { login: 'dace', paths: ['/reports/library', '/reports/library/sla-month'] },
  { login: 'dace', paths: ['/reports/recommendations', '/reports/controls', '/reports/equipment'] },
  { login: 'liene', paths: ['/reports/processes'] },
  { login: 'dace', paths: ['/reports/mining', '/reports/mining/logs'] },
  { login: 'sanita', paths: ['/reports/surveys', '/admin/surveys'] },
  { login: 'viktors', paths: ['/desk/assets', '/desk/assets/import', '/desk/assets/APP-0001'] },
  { login: 'rihards', paths: ['/desk/problems', `/desk/problems/PRB-${new Date().getFullYear()}-000001`] },
  { login: 'rihards', paths: ['/desk/handover', '/desk/search', '/desk/search?q=printeris'] },
  { login: 'rihards', paths: ['/desk/ratings', '/desk/ratings?show=ratings'] },
  { login: 'andris', paths: ['/desk/changes', '/desk/calendar', '/desk/calendar?show=month', '/desk/approvals'] },
  { login: 'andris', paths: ['/desk/meetings', '/desk/change-templates', '/desk/announcements'] },
  { login: 'ilze', paths: ['/changes', '/changes/new'] },
  {
    login: 'admin',
    paths: ['/admin/policies', '/admin/policies?part=edit', '/admin/policies?part=agreements', '/admin/mail', '/admin/mailbox'],
  },
  {
    login: 'admin',
    paths: [
      '/admin/people',
      '/admin/requests',
      '/admin/groups',
      '/admin/institutions',
      '/admin/imports',
      '/admin/services',
      '/admin/contact',
      '/admin/reference',
      '/admin/jobs',
      '/admin/settings',
    ],
  },
  { login: 'elina', paths: ['/profile'] },
  { login: 'admin', paths: ['/admin/texts', '/admin/texts/mail~resolved~intro'] },
  { login: 'admin', paths: ['/admin/sign-in', '/admin/api-clients', '/admin/routing'] },
  { login: 'admin', paths: ['/admin/calendars', '/admin/calendars?panel=try'] },
];

test('axe finds nothing on the page of signing in', async ({ browser }) => {
  const visitor = await Person.at(browser);
  await visitor.page.goto('/');
  await visitor.page.getByLabel('Lietotājvārds').waitFor();
  await expectCleanInBothThemes(visitor.page);
  for (const path of ['/forgot', '/reset/unknown']) {
    await visitor.page.goto(path);
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    await expectCleanInBothThemes(visitor.page);
  }
  await visitor.leave();
});

for (const { login, paths } of PAGES) {
  test(`axe finds nothing on the pages of ${login} from ${paths[0] ?? ''} on`, async ({ browser }) => {
    const person = await (await Person.at(browser)).signIn(login);
    for (const path of paths) {
      await person.page.goto(path);
      await person.page.waitForLoadState('networkidle').catch(() => undefined);
      await person.page.getByRole('main').waitFor();
      await expectCleanInBothThemes(person.page);
    }
    await person.leave();
  });
}

test('axe finds nothing on a ticket, at the desk and in the portal', async ({ browser }) => {
  const ilze = await (await Person.at(browser)).signIn('ilze');
  await ilze.page.getByText('Nevar pieslēgties ar eID karti').first().click();
  await ilze.page.getByRole('heading', { level: 1, name: 'Nevar pieslēgties ar eID karti' }).waitFor();
  await expectCleanInBothThemes(ilze.page);
  const elina = await (await Person.at(browser)).signIn('elina');
  await elina.page.goto('/desk');
  await elina.page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await elina.page.getByRole('button', { name: 'Nosūtīt atbildi' }).waitFor();
  await expectCleanInBothThemes(elina.page);
  await Promise.all([ilze.leave(), elina.leave()]);
});

test('axe finds nothing on a change and on a meeting of the board', async ({ browser }) => {
  const andris = await (await Person.at(browser)).signIn('andris');
  for (const list of ['/desk/changes', '/desk/meetings']) {
    await andris.page.goto(list);
    await andris.page.getByRole('main').locator(`a[href^="${list}/"]`).first().click();
    await andris.page.waitForURL(`**${list}/*`);
    await andris.page.waitForLoadState('networkidle').catch(() => undefined);
    await andris.page.getByRole('heading', { level: 1 }).waitFor();
    await expectCleanInBothThemes(andris.page);
  }
  await andris.leave();
});

test('axe finds nothing on a campaign under way and on the results of one that was published', async ({ browser }) => {
  const sanita = await (await Person.at(browser)).signIn('sanita');
  const { items } = (await (await sanita.page.request.get('/api/v1/campaigns')).json()) as { items: { id: string; state: string }[] };
  for (const [state, page] of [
    ['open', ''],
    ['published', '/results'],
  ] as const) {
    await sanita.page.goto(`/reports/surveys/${items.find((campaign) => campaign.state === state)?.id}${page}`);
    await sanita.page.waitForLoadState('networkidle').catch(() => undefined);
    await sanita.page.getByRole('heading', { level: 1 }).waitFor();
    await expectCleanInBothThemes(sanita.page);
  }
  await sanita.leave();
});
