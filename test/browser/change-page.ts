import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { Caller } from './caller.js';
import { Person } from './people.js';

export const HOUR_MS = 3_600_000;
/** An instant as a field of date and time has it, in Riga. */
export const onWall = (at: number): string =>
  new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Riga' }).slice(0, 16).replace(' ', 'T');

/** Presses a button of the page's head and gives the dialog that it opens. */
export async function open(page: Page, action: string): Promise<Locator> {
  await page.getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

/** Opens the dialog of an action, fills it, sends it and waits until it has closed by itself. */
export async function act(
  page: Page,
  action: string,
  submit = action,
  fill: (dialog: Locator) => Promise<void> = async () => {},
): Promise<void> {
  const dialog = await open(page, action);
  await fill(dialog);
  await dialog.getByRole('button', { name: submit, exact: true }).click();
  await expect(dialog).toBeHidden();
}

export const state = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('list', { name: 'Izmaiņu gaita' }).locator('[aria-current="step"]')).toContainText(name);

export async function choose(scope: Locator, label: string, option: string): Promise<void> {
  await scope.getByRole('combobox', { name: label }).click();
  await scope.page().getByRole('option', { name: option }).first().click();
}

/** Somebody at a browser of his own and at the API, signed in to both at once. */
export interface Present {
  readonly page: Page;
  readonly call: Caller;
  leave(): Promise<void>;
}

export async function come(browser: Browser, login: string, options?: Parameters<Browser['newContext']>[0]): Promise<Present> {
  const person = await Person.at(browser, options);
  return { page: person.page, call: await Caller.as(person.context.request, login), leave: () => person.leave() };
}

export interface WrittenChange {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

interface Named {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

const named = ({ items: all }: Named, name: string): string => {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`${name} is not among ${all.map((one) => one.name).join(', ')}`);
  return found.id;
};

/** A whole draft of a normal change of the first line, in a window that begins in `inHours`. */
export async function writtenChange({ call }: Present, title: string, inHours: number, more: object = {}): Promise<WrittenChange> {
  const serviceId = named(await call.get<Named>('/services'), 'E-pasts un kalendārs');
  const groupId = named(await call.get<Named>('/groups'), '1. līnija');
  const { items } = await call.get<{ items: { id: string }[] }>('/configuration-items?q=SRV-0001');
  const from = Math.ceil(Date.now() / 900_000) * 900_000 + inHours * HOUR_MS;
  const window = { plannedFrom: new Date(from).toISOString(), plannedTo: new Date(from + 2 * HOUR_MS).toISOString() };
  return call.post<WrittenChange>('/changes', {
    ...{
      title,
      description: 'Uzstāda jaunāko laidienu.',
      kind: 'normal',
      serviceId,
      groupId,
      reason: 'To prasa ražotājs.',
      itemIds: [items[0]!.id],
    },
    ...{ plan: [{ text: 'Kopija un tās pārbaude', offsetMinutes: 0 }], testPlan: 'Testa vidē.', rollbackPlan: 'Atjauno kopiju.' },
    ...window,
    ...more,
  });
}

/** A standard change from a template of the demonstration, in the calendar in `inHours`. */
export async function scheduledStandard({ call }: Present, title: string, inHours: number): Promise<WrittenChange> {
  const { items } = await call.get<{ items: { id: string; current: { nameLv: string; minutes: number } }[] }>('/change-templates');
  const template = items.find(({ current }) => current.nameLv === 'Pastkastes apjoma palielināšana')!;
  const from = Math.ceil(Date.now() / 900_000) * 900_000 + inHours * HOUR_MS;
  const change = await call.post<WrittenChange>('/changes', {
    ...{ title, description: 'Kvotas maiņa.', kind: 'standard', templateId: template.id },
    ...{ plannedFrom: new Date(from).toISOString(), plannedTo: new Date(from + HOUR_MS / 2).toISOString() },
  });
  await call.post(`/changes/${change.id}/schedule`);
  return change;
}
