import { expect, type Page, test } from '@playwright/test';
import { Caller } from './caller.js';
import { Day } from './day.js';
import { Hands } from './hands.js';
import { passwordOf, Person } from './people.js';

const main = (page: Page) => page.getByRole('main');

interface Filed {
  readonly id: string;
  readonly number: string;
}

/** What somebody who needs help does in the portal; `word` makes what he writes his own. */
class UserDay extends Day {
  private field = (name: string | RegExp) => this.page.getByRole('textbox', { name });

  async signsIn(login: string): Promise<void> {
    const { hands, page } = this;
    await page.goto('/');
    await page.getByLabel('Lietotājvārds').waitFor();
    await this.look();
    await hands.type(page.getByLabel('Lietotājvārds'), login);
    await hands.type(page.getByLabel('Parole', { exact: true }), passwordOf(login));
    await hands.press(this.button('Pieslēgties'));
    await expect(page.getByRole('heading', { level: 1, name: /Kā varam palīdzēt/ })).toBeVisible();
    await this.look();
  }

  async filesWithAFile(): Promise<Filed['number']> {
    const { hands, page } = this;
    await hands.press(page.getByRole('link', { name: 'Ziņot par problēmu' }));
    await expect(page.getByLabel('Kas nedarbojas?')).toBeFocused();
    await page.keyboard.insertText(`Tastatūra čīkst ${this.word}`);
    await hands.type(page.getByLabel('Pastāstiet vairāk'), 'Kopš rīta čīkst, skat. failu.');
    await hands.choose(page, 'Tikai mani');
    await hands.choose(page, 'Darbs ir traucēts');
    const choosing = page.waitForEvent('filechooser');
    await hands.press(this.button('izvēlieties failu'));
    await (await choosing).setFiles({ name: 'skana.txt', mimeType: 'text/plain', buffer: Buffer.from('čīkst') });
    await expect(page.getByText('skana.txt')).toBeVisible();
    await this.look();
    await hands.press(this.button('Iesniegt'));
    const said = page.getByRole('heading', { level: 1, name: /^Pieteikums INC-/ });
    await said.waitFor();
    await this.look();
    const [number] = /INC-\d+-\d+/.exec((await said.textContent()) ?? '') ?? [''];
    await hands.press(page.getByRole('link', { name: 'Atvērt pieteikumu' }));
    await expect(page.getByRole('link', { name: /skana\.txt/ })).toBeVisible();
    await this.look();
    return number;
  }

  /** While typing he is shown his open ticket about the same, and the disruption that it is. */
  async joinsADisruption(title: string): Promise<void> {
    const { hands, page } = this;
    await hands.press(page.getByRole('link', { name: 'Pieteikt', exact: true }));
    await expect(page.getByLabel('Kas nedarbojas?')).toBeFocused();
    await page.keyboard.insertText(`Tastatūra ${this.word} čīkst`);
    await expect(page.getByRole('heading', { name: 'Par to jau ir atvērts pieteikums' })).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(title);
    const known = main(page).getByRole('listitem').filter({ hasText: title });
    await this.look();
    await hands.press(known.getByRole('button', { name: 'Mani arī skar' }));
    await expect(known.getByText('Pierakstījām, ka skar arī Jūs.')).toBeVisible();
  }

  async answersAQuestion(number: string): Promise<void> {
    const { hands, page } = this;
    await page.goto(`/tickets/${number}`);
    await expect(page.getByText('gaida Jūsu atbildi.')).toBeVisible();
    await this.look();
    await hands.press(this.button('Atbildēt'));
    await expect(this.field('Jūsu atbilde')).toBeFocused();
    await page.keyboard.insertText('Čīkst visu laiku.');
    await hands.press(this.button('Nosūtīt'));
    await expect(main(page).getByText('Čīkst visu laiku.')).toBeVisible();
    await expect(page.getByText('strādā pie Jūsu pieteikuma')).toBeVisible();
  }

  /** The page is open while the agent resolves, and follows by itself. */
  async reopens(): Promise<void> {
    const { hands, page } = this;
    await this.button('Vēl nedarbojas').waitFor();
    await this.look();
    await hands.press(this.button('Vēl nedarbojas'));
    await hands.type(this.field('Kas vēl nedarbojas?'), 'Čīkst joprojām.');
    await hands.press(this.button('Atvērt atkārtoti'));
    await expect(main(page).getByText('Čīkst joprojām.').first()).toBeVisible();
    await expect(this.button('Vēl nedarbojas')).toHaveCount(0);
    // The faces go too; until then a press would still rate what was resolved before.
    await expect(this.button('Labi')).toHaveCount(0);
  }

  async rates(): Promise<void> {
    const { hands, page } = this;
    await hands.press(this.button('Labi'));
    await expect(page.getByText('Paldies! Jūsu vērtējums: Labi.')).toBeVisible();
    await hands.type(this.field(/Kāpēc/), 'Ātri.');
    await hands.press(this.button('Pievienot'));
    await expect(this.button('Pievienots')).toBeVisible();
    await this.look();
  }

  async asksForAChange(): Promise<void> {
    const { hands, page } = this;
    await hands.press(page.getByRole('link', { name: 'Sākums' }).first());
    await hands.press(page.getByRole('link', { name: /Lūgt kaut ko mainīt/ }).first());
    await expect(page.getByLabel('Ko vajadzētu mainīt?')).toBeFocused();
    await page.keyboard.insertText(`Veidnē vajadzīgs lauks ${this.word}`);
    await hands.type(page.getByLabel('Kas būs citādi, un kāpēc tas vajadzīgs?'), 'Prasa jaunie noteikumi.');
    await this.look();
    await hands.press(this.button('Nosūtīt lūgumu'));
    await page.getByRole('heading', { level: 1, name: /Lūgums CHG-.* ir saņemts/ }).waitFor();
    await hands.press(page.getByRole('link', { name: 'Atvērt lūgumu' }));
    await page.getByRole('heading', { level: 1, name: `Veidnē vajadzīgs lauks ${this.word}` }).waitFor();
    await this.look();
  }

  async changesHisProfile(): Promise<void> {
    const { hands, page } = this;
    await hands.press(page.getByRole('link', { name: /^Profils un iziešana/ }));
    const phone = page.getByRole('textbox', { name: /^Tālrunis/ });
    await phone.waitFor();
    await this.look();
    await hands.by(
      () => phone.click(),
      () => hands.reach(phone),
    );
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('+371 6700 0123');
    await hands.press(this.button('Saglabāt').first());
    await expect(page.getByText('Saglabāts.')).toBeVisible();
    await hands.choose(page, 'English');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await hands.choose(page, 'Dark');
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await this.look();
    await hands.choose(page, 'Latviešu');
    await expect(page.locator('html')).toHaveAttribute('lang', 'lv');
    await hands.choose(page, 'Kā ierīcē');
  }
}

/** A disruption that is going on, of the mail that everybody has. */
async function announce(andris: Caller, title: string): Promise<void> {
  const { items } = await andris.get<{ items: { id: string; name: string }[] }>('/services');
  const mail = items.find(({ name }) => name === 'E-pasts un kalendārs');
  await andris.post('/announcements', {
    ...{ kind: 'disruption', titleLv: title, titleEn: `Mail is late ${title}` },
    ...{ textLv: 'Vēstules pienāk pēc stundas.', textEn: 'Letters arrive an hour late.', serviceIds: [mail!.id] },
  });
}

// A long walk: a slow machine gets time.
test.setTimeout(240_000);
for (const [by, login] of [
  ['mouse', 'janis'],
  ['keyboard', 'ilze'],
] as const) {
  test(`eight tasks of somebody who needs help, with the ${by} alone`, async ({ browser, playwright, baseURL }) => {
    const [desk, office] = await Promise.all([1, 2].map(() => playwright.request.newContext({ baseURL: baseURL ?? '' })));
    const [elina, andris] = [await Caller.as(desk!, 'elina'), await Caller.as(office!, 'andris')];
    const word = `Diena${Date.now()}`;
    const title = `E-pasts aizkavējas ${word}`;
    await announce(andris, title);
    const person = await Person.at(browser);
    const day = new UserDay(new Hands(person.page, by === 'keyboard'), word, by === 'mouse');
    const resolve = (number: string) => elina.post(`/incidents/${number}/resolution`, { code: 'fixed', text: 'Iztīrīta.' });

    await test.step('signs in', () => day.signsIn(login));
    const number = await test.step('files an incident with a file', () => day.filesWithAFile());
    await test.step('sees a known disruption and joins it', () => day.joinsADisruption(title));
    await elina.post(`/incidents/${number}/acceptance`);
    await elina.post(`/incidents/${number}/hold`, { reason: 'awaiting_requester', question: 'Vai čīkst visu laiku?' });
    await test.step('answers a question', () => day.answersAQuestion(number));
    await resolve(number);
    await test.step('reopens', () => day.reopens());
    await elina.post(`/incidents/${number}/resolution`, { code: 'fixed', text: 'Nomainīta.', accept: true });
    await test.step('rates', () => day.rates());
    await test.step('asks for a change', () => day.asksForAChange());
    await test.step('changes his profile and language', () => day.changesHisProfile());
    await day.hands.restsPointer();
    await Promise.all([person.leave(), desk!.dispose(), office!.dispose()]);
  });
}
