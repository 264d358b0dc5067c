import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { expectClean } from './axe.js';
import { act, choose, come, HOUR_MS, onWall, scheduledStandard } from './change-page.js';

const some = (title: string): string => `${title} ${randomUUID().slice(0, 8)}`;
const card = (page: Page, title: string) => page.getByRole('article').filter({ hasText: title });

test.describe('around changes', () => {
  test('the calendar moves a change inside the tolerance only, is frozen, and is shared by a link', async ({ browser }) => {
    const [elina, andris] = [await come(browser, 'elina'), await come(browser, 'andris')];
    const change = await scheduledStandard(elina, some('Pastkastes apjoms'), 46);
    const { page } = andris;
    await page.goto('/desk/calendar');
    const chip = page.getByRole('region', { name: 'Izmaiņu kalendārs' }).locator(`[data-change="${change.id}"]`);
    await chip.waitFor();
    // A browser drags by itself only what a hand holds: the events of a drag are what the page is about.
    const data = await page.evaluateHandle(() => new DataTransfer());
    await chip.dispatchEvent('dragstart', { dataTransfer: data });
    const cells = page.locator('span[aria-hidden="true"][class*="cell"]');
    await cells.nth(9).dispatchEvent('dragover', { dataTransfer: data });
    await cells.nth(9).dispatchEvent('drop', { dataTransfer: data });
    const moving = page.getByRole('dialog');
    await expect(moving.getByText(/Standarta izmaiņas var pārcelt ne vairāk kā par 2 stundām/)).toBeVisible();
    await expect(moving.getByRole('button', { name: 'Pārcelt', exact: true })).toBeDisabled();
    await moving.getByRole('button', { name: 'Atpakaļ' }).click();

    await chip.click();
    await page.getByRole('button', { name: 'Pārcelt', exact: true }).click();
    const from = Date.parse((await elina.call.get<{ window: { from: string } }>(`/changes/${change.id}`)).window.from) + HOUR_MS / 4;
    await moving.getByLabel('Sākas').fill(onWall(from));
    await moving.getByLabel('Beidzas').fill(onWall(from + HOUR_MS / 2));
    await expect(moving.getByText(/apstiprinājums paliek spēkā/)).toBeVisible();
    await expectClean(page);
    await moving.getByRole('button', { name: 'Pārcelt', exact: true }).click();
    await expect(moving).toBeHidden();

    await page.getByRole('button', { name: 'Aizliegumi un apkope' }).click();
    const windows = page.getByRole('dialog');
    const reason = some('Vēlēšanas');
    await windows.getByLabel('Sākas').fill(onWall(Date.now() + 5_000 * HOUR_MS));
    await windows.getByLabel('Beidzas').fill(onWall(Date.now() + 5_024 * HOUR_MS));
    await windows.getByLabel('Iemesls').fill(reason);
    await expectClean(page);
    await windows.getByRole('button', { name: 'Noteikt aizliegumu' }).click();
    const set = windows.getByRole('listitem').filter({ hasText: reason });
    await set.getByRole('button', { name: 'Atcelt' }).click();
    await expect(set).toHaveCount(0);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Saite kalendāra programmai' }).click();
    const sharing = page.getByRole('dialog');
    await sharing.getByRole('button', { name: 'Izveidot saiti' }).click();
    const link = await sharing.getByLabel('Saite', { exact: true }).inputValue();
    const file = new URL(link);
    expect(await (await page.request.get(`${file.pathname}${file.search}`)).text()).toContain('BEGIN:VCALENDAR');
    await sharing.getByRole('button', { name: 'Izbeigt saiti' }).click();
    await sharing.getByRole('button', { name: 'Izveidot saiti' }).waitFor();
    expect((await page.request.get(`${file.pathname}${file.search}`)).ok()).toBe(false);
    await Promise.all([elina.leave(), andris.leave()]);
  });

  test('a disruption is announced, found by somebody who has it too, left again, told news of and ended', async ({ browser }) => {
    const [andris, janis] = [await come(browser, 'andris'), await come(browser, 'janis')];
    const title = some('E-pasts aizkavējas');
    await andris.page.goto('/desk/announcements');
    await act(andris.page, 'Jauns paziņojums', 'Paziņot', async (dialog) => {
      await dialog.getByLabel('Virsraksts latviski').fill(title);
      await dialog.getByLabel('Virsraksts angliski').fill(`Mail is late ${title}`);
      await dialog.getByLabel('Teksts latviski').fill('Vēstules pienāk pēc stundas.');
      await dialog.getByLabel('Teksts angliski').fill('Letters arrive an hour late.');
      await choose(dialog, 'Skartie pakalpojumi', 'E-pasts un kalendārs');
      // Several may be chosen, so that the list stays open until one goes on.
      await dialog.getByLabel('Teksts angliski').click();
    });
    await janis.page.goto('/');
    const shown = janis.page.getByRole('listitem').filter({ hasText: title });
    await shown.getByRole('button', { name: 'Mani arī skar' }).click();
    await expect(shown.getByText('Pierakstījām, ka skar arī Jūs.')).toBeVisible();
    await expectClean(janis.page);
    await shown.getByRole('button', { name: 'Tomēr neskar' }).click();
    await shown.getByRole('button', { name: 'Mani arī skar' }).click();
    await shown.getByRole('button', { name: 'Tomēr neskar' }).waitFor();

    for (const [button, submit] of [
      ['Ziņot jaunumus', 'Nosūtīt'],
      ['Noslēgt', 'Noslēgt'],
    ] as const) {
      await card(andris.page, title).getByRole('button', { name: button }).click();
      const dialog = andris.page.getByRole('dialog');
      await dialog.getByLabel('Teksts latviski').fill('Iemesls atrasts.');
      await dialog.getByLabel('Teksts angliski').fill('The cause is found.');
      await dialog.getByRole('button', { name: submit, exact: true }).click();
      await expect(dialog).toBeHidden();
    }
    await expect(card(andris.page, title).getByText('Beidzies')).toBeVisible();
    await Promise.all([andris.leave(), janis.leave()]);
  });

  test('a template is written, put in force by an order, suspended and taken out of use', async ({ browser }) => {
    const [andris, dace] = [await come(browser, 'andris'), await come(browser, 'dace')];
    const name = some('Printera draivera maiņa');
    await andris.page.goto('/desk/change-templates');
    await act(andris.page, 'Jauna veidne', 'Saglabāt melnrakstu', async (dialog) => {
      await dialog.getByLabel('Nosaukums latviski').fill(name);
      await dialog.getByLabel('Nosaukums angliski').fill(`New driver ${name}`);
      await dialog.getByLabel('1. solis', { exact: true }).fill('Uzstādīt draiveri');
      await dialog.getByLabel('Testēšanas plāns').fill('Izdrukāt lapu.');
      await dialog.getByRole('textbox', { name: 'Atgriešanās plāns' }).fill('Uzstādīt iepriekšējo draiveri.');
      await choose(dialog, 'Pakalpojums', 'E-pasts un kalendārs');
      await choose(dialog, 'Grupa', '1. līnija');
      await expectClean(andris.page);
    });
    await dace.page.goto('/desk/change-templates');
    await card(dace.page, name).getByRole('button', { name: 'Apstiprināt ar rīkojumu' }).click();
    const order = dace.page.getByRole('dialog');
    await order.getByLabel('Rīkojuma numurs').fill('1-12/99');
    await expectClean(dace.page);
    await order.getByRole('button', { name: 'Apstiprināt ar rīkojumu' }).click();
    await expect(card(dace.page, name).getByText('Spēkā')).toBeVisible();

    await andris.page.reload();
    for (const [step, state] of [
      ['Apturēt', 'Apturēta'],
      ['Izņemt no lietošanas', 'Nelieto'],
    ] as const) {
      await card(andris.page, name).getByRole('button', { name: step, exact: true }).click();
      const dialog = andris.page.getByRole('dialog');
      await dialog.getByLabel('Iemesls').fill('Draiveri vairs nemainām.');
      await dialog.getByRole('button', { name: step, exact: true }).click();
      await expect(dialog).toBeHidden();
      await expect(card(andris.page, name).getByText(state).first()).toBeVisible();
    }
    await Promise.all([andris.leave(), dace.leave()]);
  });

  test('a meeting is called, moved and cancelled, and its members hear of it', async ({ browser }) => {
    const [andris, vita] = [await come(browser, 'andris'), await come(browser, 'vita')];
    const name = some('Ārkārtas sanāksme');
    await andris.page.goto('/desk/meetings');
    await andris.page.getByRole('button', { name: 'Sasaukt sanāksmi' }).click();
    const calling = andris.page.getByRole('dialog');
    await calling.getByLabel('Nosaukums').fill(name);
    await calling.getByLabel('Kad').fill(onWall(Date.now() + 30 * HOUR_MS));
    await expectClean(andris.page);
    await calling.getByRole('button', { name: 'Sasaukt sanāksmi' }).click();
    await andris.page.getByRole('heading', { level: 1, name }).waitFor();
    await act(andris.page, 'Pārcelt sanāksmi', 'Pārcelt sanāksmi', (dialog) => dialog.getByLabel('Vieta').fill('301. telpa'));
    await expect(andris.page.getByText(/301\. telpa/)).toBeVisible();
    await act(andris.page, 'Atcelt sanāksmi');
    await vita.page.goto('/desk');
    await vita.page.getByRole('button', { name: /^Paziņojumi/ }).click();
    await vita.page.getByRole('link', { name: new RegExp(`nenotiks: „${name}”`) }).click();
    await vita.page.getByRole('heading', { level: 1, name }).waitFor();
    await Promise.all([andris.leave(), vita.leave()]);
  });
});
