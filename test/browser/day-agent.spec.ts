import { expect, type Page, test } from '@playwright/test';
import { Caller } from './caller.js';
import { Day } from './day.js';
import { Hands } from './hands.js';
import { Person } from './people.js';

const pane = (page: Page) => page.getByRole('region', { name: /^Pieteikums INC-/ });
/** State, priority and person, under the title. */
const state = (page: Page) => pane(page).locator('header > h2 + div > :first-child');
const talk = (page: Page) => page.getByRole('region', { name: 'Saruna un notikumi' });
const reply = (page: Page) => page.getByRole('textbox', { name: 'Publiska atbilde' });
const note = (page: Page) => page.getByRole('textbox', { name: 'Iekšēja piezīme' });
const dialog = (page: Page) => page.getByRole('dialog');
const rows = (page: Page) => page.getByRole('list', { name: 'Pieteikumu rinda' }).getByRole('listitem');

/** What an agent does in a day with tickets of his own, which hold `word`. */
class AgentDay extends Day {
  private key =
    (...keys: string[]) =>
    async (): Promise<void> => {
      for (const key of keys) await this.page.keyboard.press(key);
    };

  /** The dialog that is open is sent, and closes by itself. */
  private async send(name: string): Promise<void> {
    const { hands, page } = this;
    await this.look();
    await hands.by(() => dialog(page).getByRole('button', { name, exact: true }).click(), this.key('Control+Enter'));
    await expect(dialog(page)).toBeHidden();
  }

  /** An action of the menu, which the keyboard finds in the box of commands. */
  private async command(words: string): Promise<void> {
    const { hands, page } = this;
    const pointer = async (): Promise<void> => {
      await pane(page).getByRole('button', { name: 'Vairāk darbību' }).click();
      await page.getByRole('menuitem', { name: words }).click();
    };
    const keys = async (): Promise<void> => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('combobox', { name: /Meklēt visur/ })).toBeFocused();
      await page.keyboard.insertText(words);
      await hands.take(new RegExp(words));
    };
    await hands.by(pointer, keys);
    await expect(dialog(page).getByRole('heading', { name: words })).toBeVisible();
  }

  async list(view: string, many: number): Promise<void> {
    await this.page.goto(`/desk?view=${view}&q=${this.word}`);
    await expect(rows(this.page)).toHaveCount(many);
  }

  async takesTheNext(title: string): Promise<void> {
    const { hands, page } = this;
    await this.look();
    const row = page.getByRole('link', { name: title });
    await hands.by(
      () => row.click(),
      async () => {
        // The list stands by what is due next: the one that is meant is among these.
        for (let at = 0; at < 3 && !(await row.getAttribute('data-current')); at += 1) await page.keyboard.press('j');
        await page.keyboard.press('Enter');
      },
    );
    await pane(page).getByRole('heading', { name: title }).waitFor();
    const begins = await talk(page).boundingBox();
    expect(begins!.y, 'the conversation begins early').toBeLessThanOrEqual(320);
    await hands.by(() => pane(page).getByRole('button', { name: 'Pieņemt izpildē' }).click(), this.key('a'));
    await expect(state(page)).toHaveText(/^Izpildē/);
    await this.look();
  }

  async answersWithACannedAnswer(): Promise<void> {
    const { hands, page } = this;
    const pointer = async (): Promise<void> => {
      await pane(page).getByRole('button', { name: 'Gatavās atbildes' }).click();
      await page.getByRole('combobox', { name: 'Meklēt gatavo atbildi' }).waitFor();
      await this.look();
      await page.getByRole('option', { name: /Vajadzīgs ekrānuzņēmums/ }).click();
    };
    const keys = async (): Promise<void> => {
      await page.keyboard.press('r');
      await expect(reply(page)).toBeFocused();
      await page.keyboard.insertText('/ekrān');
      await hands.take(/Vajadzīgs ekrānuzņēmums/);
    };
    await hands.by(pointer, keys);
    await expect(reply(page)).toHaveValue(/^Labdien, Ilze!/);
    await hands.by(() => this.button('Nosūtīt atbildi').click(), this.key('Control+Enter'));
    await expect(reply(page)).toHaveValue('');
    await expect(talk(page).getByText('Labdien, Ilze!').first()).toBeVisible();
  }

  async mentionsAColleague(): Promise<void> {
    const { hands, page } = this;
    await hands.by(() => pane(page).getByText('Piezīme', { exact: true }).first().click(), this.key('Escape', 'n'));
    await hands.by(
      () => note(page).click(),
      () => expect(note(page)).toBeFocused(),
    );
    await page.keyboard.insertText('@Elīn');
    await hands.take('Elīna Bērziņa');
    await page.keyboard.insertText('paskaties, lūdzu');
    await hands.by(() => this.button('Pievienot piezīmi').click(), this.key('Control+Enter'));
    await expect(note(page)).toHaveValue('');
    await expect(talk(page).getByText('@Elīna Bērziņa paskaties, lūdzu')).toBeVisible();
    await hands.by(async () => {}, this.key('Escape'));
  }

  async linksAProblem(): Promise<void> {
    const { hands, page } = this;
    await hands.by(() => this.button('Sīkāk').click(), this.key('i'));
    await expect(this.button('Sīkāk')).toHaveAttribute('aria-expanded', 'true');
    await this.look();
    await hands.press(this.button('Saistīt ar problēmu'));
    await hands.pick(dialog(page).getByRole('combobox', { name: 'Problēma' }), 'bloķējas konti', /bloķējas konti/);
    await this.send('Saistīt');
    await expect(pane(page).getByRole('button', { name: 'Problēma 1' })).toBeVisible();
    await hands.by(() => this.button('Sīkāk').click(), this.key('i'));
  }

  async putsAside(): Promise<void> {
    await this.command('Atlikt līdz dienai');
    await this.send('Atlikt');
    await expect(
      talk(this.page)
        .getByText(/^Atlikts līdz/)
        .first(),
    ).toBeVisible();
  }

  async holdsWithAQuestion(): Promise<void> {
    const { hands, page } = this;
    await hands.by(() => pane(page).getByRole('button', { name: 'Apturēt' }).click(), this.key('h'));
    await hands.choose(dialog(page), /Gaida pieteicēju/);
    await hands.type(dialog(page).getByLabel('Jautājums pieteicējam'), 'Vai mirgo visu laiku?');
    await this.send('Apturēt');
    await expect(talk(page).getByText('Jautājums: Vai mirgo visu laiku?')).toBeVisible();
    await this.look();
  }

  async resumes(): Promise<void> {
    const { hands, page } = this;
    await hands.by(() => pane(page).getByRole('button', { name: 'Atsākt' }).first().click(), this.key('h'));
    await expect(state(page)).toHaveText(/^Izpildē/);
  }

  async resolves(): Promise<void> {
    const { hands, page } = this;
    await hands.by(() => pane(page).getByRole('button', { name: 'Atrisināt' }).click(), this.key('e'));
    await expect(dialog(page).getByRole('textbox', { name: 'Risinājums' })).toBeFocused();
    await page.keyboard.insertText('Nomainīts kabelis.');
    await hands.choose(dialog(page), 'Novērsts');
    await this.send('Atrisināt');
    await expect(state(page)).toHaveText(/^Atrisināts/);
  }

  async filesForACaller(title: string): Promise<void> {
    const { hands, page } = this;
    await hands.by(() => this.button('Jauns pieteikums').first().click(), this.key('c'));
    await hands.pick(dialog(page).getByLabel('Kam palīdzam'), 'Ilze Kal', /Ilze Kalniņa/);
    await hands.choose(dialog(page), 'Tālrunis');
    await hands.type(dialog(page).getByLabel('Kas noticis, vienā teikumā'), title);
    await hands.type(dialog(page).getByLabel('Apraksts'), 'Zvana no 214. kabineta.');
    await hands.choose(dialog(page), 'Viens lietotājs');
    await hands.choose(dialog(page), 'Darbs traucēts');
    await this.send('Reģistrēt');
    await pane(page).getByRole('heading', { name: title }).waitFor();
  }

  /** By another form of a word than the one that stands in the title. */
  async findsAndOpens(words: string, title: string): Promise<void> {
    const { hands, page } = this;
    await hands.by(() => this.button(/Meklēšana un komandas/).click(), this.key('Control+k'));
    await expect(page.getByRole('combobox', { name: /Meklēt visur/ })).toBeFocused();
    await page.keyboard.insertText(words);
    await page.getByRole('option', { name: title }).waitFor();
    await this.look();
    await hands.take(title);
    await pane(page).getByRole('heading', { name: title }).waitFor();
  }

  async assignsSeveral(): Promise<void> {
    const { hands, page } = this;
    const pick = page.getByRole('checkbox', { name: /^Atlasīt INC/ });
    await hands.by(
      async () => {
        for (const at of [0, 1]) await pick.nth(at).click();
      },
      this.key('j', 'x', 'j', 'x'),
    );
    const bar = page.getByRole('toolbar', { name: 'Darbības ar atlasītajiem' });
    await expect(bar).toContainText('Atlasīti 2 pieteikumi');
    await hands.by(() => bar.getByRole('button', { name: 'Piešķirt' }).click(), this.key('s'));
    await hands.pick(dialog(page).getByRole('combobox', { name: 'Izpildītājs' }), '', 'Elīna Bērziņa');
    await this.send('Piešķirt');
    await expect(rows(page).getByRole('img', { name: 'Elīna Bērziņa' })).toHaveCount(2);
  }

  async mergesAndTakesBack(earlier: string, later: string): Promise<void> {
    const { hands, page } = this;
    await this.command('Apvienot');
    await hands.pick(dialog(page).getByRole('combobox', { name: 'Ar kuru pieteikumu' }), earlier, new RegExp(earlier));
    await expect(dialog(page).getByText(`Vēlākais ${later} tiks slēgts`)).toBeVisible();
    await this.send('Apvienot');
    await expect(pane(page)).toHaveAttribute('aria-label', `Pieteikums ${earlier}`);
    const merged = pane(page).getByRole('button', { name: 'Saistīti 1' });
    await hands.press(merged);
    await this.look();
    await hands.press(pane(page).getByRole('region', { name: 'Saistītie pieteikumi' }).getByRole('link'));
    await expect(pane(page)).toHaveAttribute('aria-label', `Pieteikums ${later}`);
    await hands.press(pane(page).getByRole('button', { name: 'Atsaukt apvienošanu' }));
    await expect(dialog(page).getByLabel('Kāpēc tas nav par to pašu')).toBeFocused();
    await page.keyboard.insertText('Cits monitors.');
    await this.send('Atsaukt apvienošanu');
    await expect(state(page)).not.toHaveText(/^Atcelts/);
  }
}

// A long walk: a slow machine gets time.
test.setTimeout(240_000);
for (const by of ['mouse', 'keyboard'] as const) {
  test(`twelve tasks of an agent, with the ${by} alone`, async ({ browser, playwright, baseURL }) => {
    const home = await playwright.request.newContext({ baseURL: baseURL ?? '' });
    const ilze = await Caller.as(home, 'ilze');
    const word = `Diena${Date.now()}`;
    const file = (title: string) => ilze.post<{ number: string }>('/incidents', { title: `${title} ${word}`, description: 'Kopš rīta.' });
    const [, dark, keyboard] = [await file('Monitors mirgo'), await file('Monitors ir tumšs'), await file('Tastatūra raksta dubultā')];
    const person = await (await Person.at(browser)).signIn('rihards');
    const { page } = person;
    const day = new AgentDay(new Hands(page, by === 'keyboard'), word, by === 'mouse');
    await day.list('unassigned', 3);
    await page.evaluate(() => sessionStorage.removeItem('presses'));

    await test.step('takes the next ticket', () => day.takesTheNext(`Monitors mirgo ${word}`));
    await test.step('answers with a canned answer', () => day.answersWithACannedAnswer());
    await test.step('mentions a colleague in a note', () => day.mentionsAColleague());
    await test.step('links a problem', () => day.linksAProblem());
    await test.step('puts aside until a day', () => day.putsAside());
    await test.step('holds with a question', () => day.holdsWithAQuestion());
    await test.step('resumes', () => day.resumes());
    await test.step('resolves with a code', () => day.resolves());
    await test.step('files for a caller', () => day.filesForACaller(`Pele klab ${word}`));
    await test.step('finds by another form of a word and opens', () =>
      day.findsAndOpens(`tastatūrai ${word}`, `Tastatūra raksta dubultā ${word}`));
    await test.step('merges two and takes it back', () => day.mergesAndTakesBack(dark.number, keyboard.number));
    await test.step('assigns several', async () => {
      await day.list('all', 3);
      await day.assignsSeveral();
    });
    await day.hands.restsPointer();
    await Promise.all([person.leave(), home.dispose()]);
  });
}
