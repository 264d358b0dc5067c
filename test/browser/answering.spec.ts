import { expect, test, type Page } from '@playwright/test';
import { Caller } from './caller.js';
import { Person } from './people.js';

const reply = (page: Page) => page.getByRole('textbox', { name: 'Publiska atbilde' });
const note = (page: Page) => page.getByRole('textbox', { name: 'Iekšēja piezīme' });

/** A picture as it comes from the clipboard. */
async function pasteScreenshot(page: Page): Promise<void> {
  await reply(page).evaluate(async (field) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [320, 200];
    canvas.getContext('2d')?.fillRect(20, 20, 200, 120);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    const clipboard = new DataTransfer();
    clipboard.items.add(new File([blob ?? ''], 'image.png', { type: 'image/png' }));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
  });
}

test('two agents answer the same ticket: each sees the other, the clash is shown, and nothing typed is lost', async ({
  browser,
  request,
}) => {
  const ilze = await Caller.as(request, 'ilze');
  const title = `Divi atbild reizē ${Date.now()}`;
  const { number } = await ilze.post<{ number: string }>('/incidents', { title, description: 'Ekrāns mirgo ik pēc minūtes.' });
  const [elina, rihards] = await Promise.all([
    Person.at(browser).then((person) => person.signIn('elina')),
    Person.at(browser).then((person) => person.signIn('rihards')),
  ]);
  for (const { page } of [elina, rihards]) await page.goto(`/desk/tickets/${number}`);

  // An answer kept ready, by its sign, filled with who asked; the colleague sees who is at it.
  await reply(elina.page).pressSequentially('/ekrān');
  await expect(elina.page.getByRole('option', { name: /Vajadzīgs ekrānuzņēmums/ })).toBeVisible();
  await reply(elina.page).press('Enter');
  await expect(reply(elina.page)).toHaveValue(/^Labdien, Ilze!/);
  await expect(rihards.page.getByText('Elīna Bērziņa atbild')).toBeVisible();
  await expect(elina.page.getByTitle('Melnraksts saglabāts')).toBeVisible();

  // A reload and another browser bring the same words.
  await elina.page.reload();
  await expect(reply(elina.page)).toHaveValue(/^Labdien, Ilze!/);
  const phone = await (await Person.at(browser, { viewport: { width: 390, height: 844 } })).signIn('elina');
  await phone.page.goto(`/desk/tickets/${number}`);
  await expect(reply(phone.page)).toHaveValue(/^Labdien, Ilze!/);
  await phone.leave();

  // The colleague is faster: the reply waits for its writer's word.
  await reply(rihards.page).fill('Mainām kasetni.');
  await rihards.page.getByRole('button', { name: 'Nosūtīt atbildi' }).click();
  await expect(reply(rihards.page)).toHaveValue('');
  await expect(elina.page.getByText(/Kamēr rakstāt, pienāca 1 jauna ziņa/)).toBeVisible();
  await pasteScreenshot(elina.page);
  await elina.page.getByRole('button', { name: 'Nosūtīt atbildi' }).click();
  const clash = elina.page.getByRole('alert').filter({ hasText: 'atbildēja kāds cits' });
  await expect(clash).toContainText('Mainām kasetni.');
  await expect(reply(elina.page)).toHaveValue(/^Labdien, Ilze!/);
  await clash.getByRole('button', { name: 'Sūtīt tāpat' }).click();
  await expect(reply(elina.page)).toHaveValue('');
  const talk = elina.page.getByRole('region', { name: 'Saruna un notikumi' });
  await expect(talk.getByRole('listitem').filter({ hasText: 'Windows + Shift + S' })).toHaveCount(1);
  await expect(talk.getByRole('link', { name: /Ekrānuzņēmums/ })).toBeVisible();

  // A quotation, and a colleague who is named in a note.
  const said = talk.getByRole('listitem').filter({ hasText: 'Mainām kasetni.' }).first();
  await said.hover();
  await said.getByRole('button', { name: 'Citēt: Rihards Liepiņš' }).click();
  await expect(reply(elina.page)).toHaveValue(/^> \*\*Rihards Liepiņš\*\*, .*:\n> Mainām kasetni\.\n\n$/);
  await elina.page.getByText('Piezīme', { exact: true }).first().click();
  await note(elina.page).pressSequentially('@Riha');
  await elina.page.getByRole('option', { name: 'Rihards Liepiņš' }).click();
  await note(elina.page).pressSequentially('paskaties, lūdzu');
  await elina.page.getByRole('button', { name: 'Pievienot piezīmi' }).click();
  await expect(note(elina.page)).toHaveValue('');
  await expect(talk.getByText('@Rihards Liepiņš paskaties, lūdzu')).toBeVisible();
  const { items } = await (await Caller.as(request, 'rihards')).get<{ items: { kind: string }[] }>('/notices');
  expect(items.length).toBeGreaterThan(0);
  await Promise.all([elina.leave(), rihards.leave()]);
});
