import { service } from '../incidents/desk.js';
import type { SeenChange } from './change-desk.js';
import { ChangeStory } from './change-story.js';

let story: ChangeStory;

beforeAll(async () => {
  story = await ChangeStory.open();
});

afterAll(() => story?.close());

const HOUR = 3_600_000;
const hours = (n: number): string => new Date(Date.now() + n * HOUR).toISOString();

/** A freeze over the next hours for the service of the documents; what it answers is lifted by `lift`. */
const freeze = () =>
  story.desk.ask('andris', 'post', '/freeze-windows', {
    ...{ from: hours(0), to: hours(30), serviceId: service('MAIL'), reason: 'Gada noslēgums' },
  });
const lift = async ({ id }: { id: string }): Promise<void> => {
  await (await story.desk.desk.as('andris')).delete(`/freeze-windows/${id}`);
};

describe('a freeze that is set after a change was scheduled', () => {
  it('keeps its work from beginning until the change manager says why it may, and leaves a trace', async () => {
    const change = await story.scheduled('normal');
    expect(change['frozen']).toBe(false);
    const set = await freeze();
    expect((await story.desk.read('elina', change))['frozen']).toBe(true);
    expect(await story.tries('elina', change, 'start')).toEqual([409, 'changes.frozen-since']);
    expect((await story.tries('elina', change, 'start', { overrideReason: 'Vajag.' }))[0]).toBe(403);
    const begun = await story.step('andris', change, 'start', { overrideReason: 'Drošības ielāps negaida.' });
    expect(begun).toMatchObject({ state: 'implementing', startOverride: { reason: 'Drošības ielāps negaida.' } });
    await lift(set);
  });

  it('is no longer in the way once it is lifted, and never in that of an emergency', async () => {
    const change = await story.scheduled('normal');
    const set = await freeze();
    const emergency = await story.scheduled('emergency');
    expect((await story.step('elina', emergency, 'start')).state).toBe('implementing');
    await lift(set);
    expect((await story.step('elina', change, 'start')).state).toBe('implementing');
  });

  it('is not asked about again where somebody has let the change stand in it', async () => {
    const set = await freeze();
    const change = await story.scheduled('normal');
    expect([change.conflictOverride, change['frozen']]).toEqual([expect.objectContaining({ reason: 'Pārbaude.' }), false]);
    expect((await story.step('elina', change, 'start')).state).toBe('implementing');
    await lift(set);
  });
});

interface Shown {
  id: string;
  title: string;
  phase: string;
  startsAt: string;
  after: string | null;
}

const WORDS = {
  ...{ kind: 'planned_work', titleLv: 'Pasts īsu brīdi nebūs pieejams', titleEn: 'Mail will be away for a moment' },
  ...{ textLv: 'Uzstādīsim jauninājumu.', textEn: 'We are installing an update.', serviceIds: [] },
};
const announce = (change: { number: string }, more: object = {}): Promise<SeenChange> =>
  story.desk.ask('andris', 'post', '/announcements', { ...WORDS, change: change.number, ...more });
const shown = async (id: string): Promise<Shown | undefined> =>
  ((await story.desk.ask('ilze', 'get', '/disruptions')) as unknown as { items: Shown[] }).items.find((one) => one.id === id);

describe('the announcement of a scheduled change', () => {
  it('tells its services and its window, once, and only of what is scheduled', async () => {
    const early = await story.assessing();
    expect(await story.desk.tries('andris', 'post', '/announcements', { ...WORDS, change: early.number })).toEqual([
      409,
      'changes.change-not-scheduled',
    ]);
    const change = await story.scheduled('normal', { outageMinutes: 30 });
    const disruption = { ...WORDS, kind: 'disruption', change: change.number };
    expect(await story.desk.tries('andris', 'post', '/announcements', disruption)).toEqual([422, 'changes.announcement-of-one']);
    const made = await announce(change);
    expect(made).toMatchObject({ change: { number: change.number }, services: [{ id: service('MAIL') }], startsAt: change.window?.from });
    expect(await story.desk.tries('andris', 'post', '/announcements', { ...WORDS, change: change.id })).toEqual([
      409,
      'changes.already-announced',
    ]);
    expect(await shown(made.id)).toMatchObject({ title: WORDS.titleLv, phase: 'before' });
    // In its own words, it does not appear a second time by itself.
    expect(await shown(change.id)).toBeUndefined();
  });

  it('moves with the change, and ends when it is called off', async () => {
    const change = await story.scheduled('normal');
    const made = await announce(change);
    const from = new Date(Date.parse(change.window!.from) + 15 * 60_000).toISOString();
    await story.step('andris', change, 'reschedule', { from, to: change.window!.to, overrideReason: 'Pārbaude.' });
    expect((await shown(made.id))?.startsAt).toBe(from);
    await story.step('andris', change, 'cancellation', { reason: 'Vairs nevajag.' });
    expect(await shown(made.id)).toMatchObject({ phase: 'after', after: 'Plānotie darbi šajā laikā nenotiks.' });
  });

  it('is not shown while another window awaits authority, and ends with the work', async () => {
    const change = await story.scheduled('normal');
    const made = await announce(change);
    const later = { from: hours(72), to: hours(74), overrideReason: 'Pārbaude.' };
    expect((await story.step('andris', change, 'reschedule', later)).state).toBe('awaiting_authorisation');
    expect(await shown(made.id)).toBeUndefined();
    const second = await story.scheduled('normal');
    const told = await announce(second);
    await story.step('elina', second, 'start');
    await story.step('elina', second, 'finish', { outcome: 'successful', text: 'Izdarīts.' });
    expect(await shown(told.id)).toMatchObject({ phase: 'after', after: 'Darbi ir pabeigti.' });
  });
});
