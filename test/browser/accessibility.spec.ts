import { test } from '@playwright/test';
import { expectClean } from './axe.js';
import { Person } from './people.js';

const PAGES: readonly { readonly login: string; readonly paths: readonly string[] }[] = [
  { login: 'ilze', paths: ['/', '/new', '/tickets', '/profile'] },
  { login: 'elina', paths: ['/desk', '/desk?view=all'] },
  { login: 'dace', paths: ['/reports', '/reports/satisfaction', '/reports/compliance'] },
  { login: 'dace', paths: ['/reports/indicators', '/reports/what-if', '/desk/wall'] },
  { login: 'sanita', paths: ['/reports/surveys', '/admin/surveys'] },
  { login: 'viktors', paths: ['/desk/assets', '/desk/assets/import', '/desk/assets/APP-0001'] },
  { login: 'rihards', paths: ['/desk/ratings', '/desk/ratings?show=ratings'] },
  { login: 'admin', paths: ['/admin/policies', '/admin/policies?part=edit', '/admin/policies?part=agreements', '/admin/mailbox'] },
  { login: 'admin', paths: ['/admin/calendars', '/admin/calendars?panel=try'] },
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the page of signing in (${colorScheme})`, async ({ browser }) => {
    const visitor = await Person.at(browser, { colorScheme });
    await visitor.page.goto('/');
    await visitor.page.getByLabel('Lietotājvārds').waitFor();
    await expectClean(visitor.page);
    await visitor.leave();
  });

  for (const { login, paths } of PAGES) {
    test(`axe finds nothing on the pages of ${login} from ${paths[0] ?? ''} on (${colorScheme})`, async ({ browser }) => {
      const person = await (await Person.at(browser, { colorScheme })).signIn(login);
      for (const path of paths) {
        await person.page.goto(path);
        await person.page.waitForLoadState('networkidle').catch(() => undefined);
        await person.page.getByRole('main').waitFor();
        await expectClean(person.page);
      }
      await person.leave();
    });
  }

  test(`axe finds nothing on a ticket, at the desk and in the portal (${colorScheme})`, async ({ browser }) => {
    const ilze = await (await Person.at(browser, { colorScheme })).signIn('ilze');
    await ilze.page.getByText('Nevar pieslēgties ar eID karti').first().click();
    await ilze.page.getByRole('heading', { level: 1, name: 'Nevar pieslēgties ar eID karti' }).waitFor();
    await expectClean(ilze.page);
    const elina = await (await Person.at(browser, { colorScheme })).signIn('elina');
    await elina.page.goto('/desk');
    await elina.page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await elina.page.getByRole('button', { name: 'Nosūtīt atbildi' }).waitFor();
    await expectClean(elina.page);
    await Promise.all([ilze.leave(), elina.leave()]);
  });

  test(`axe finds nothing on a campaign under way and on the results of one that was published (${colorScheme})`, async ({ browser }) => {
    const sanita = await (await Person.at(browser, { colorScheme })).signIn('sanita');
    const { items } = (await (await sanita.page.request.get('/api/v1/campaigns')).json()) as { items: { id: string; state: string }[] };
    for (const [state, page] of [
      ['open', ''],
      ['published', '/results'],
    ] as const) {
      await sanita.page.goto(`/reports/surveys/${items.find((campaign) => campaign.state === state)?.id}${page}`);
      await sanita.page.waitForLoadState('networkidle').catch(() => undefined);
      await sanita.page.getByRole('heading', { level: 1 }).waitFor();
      await expectClean(sanita.page);
    }
    await sanita.leave();
  });
}
