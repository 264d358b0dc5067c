import { CHANGE_STATES, changeLifecycle } from '#changes';
import type { SeenChange } from './change-desk.js';
import { ChangeStory, type Kind, soon } from './change-story.js';

let story: ChangeStory;

beforeAll(async () => {
  story = await ChangeStory.open();
});

afterAll(() => story?.close());

/** Who plays the actors of DOMAIN 3.4: the requester, a member of the implementing group, the change manager. */
const PLAYERS = { RQ: 'ilze', AG: 'elina', CM: 'andris' } as const;
type Who = keyof typeof PLAYERS;

/** The request of each event; what the approvers do has a specification of its own. */
const CALLS: Readonly<Record<string, readonly [string, () => object]>> = {
  schedule: ['schedule', () => ({})],
  submit: ['submission', () => ({})],
  return: ['return', () => ({ reason: 'Nepilnīgs.' })],
  request_authorisation: ['authorisation-request', () => ({})],
  implement_first: ['implement-first', () => ({})],
  reschedule: ['reschedule', () => ({ from: soon(15), to: soon(110), overrideReason: 'Pārbaude.' })],
  start: ['start', () => ({})],
  finish: ['finish', () => ({ outcome: 'successful', text: 'Izdarīts.' })],
  close: ['closure', () => ({ itemsUpdated: true })],
  cancel: ['cancellation', () => ({ reason: 'Vairs nevajag.' })],
};
const KINDS: readonly Kind[] = ['standard', 'normal', 'emergency'];

const arrows = Object.values(changeLifecycle.transitions).flat();

/** The actors of the event from any state of the kind; of any kind where this kind has it nowhere. */
function actorsOf(kind: Kind, event: string): readonly string[] {
  const named = arrows.filter((arrow) => arrow.event === event);
  const own = named.filter((arrow) => arrow.kinds.includes(kind));
  return (own.length > 0 ? own : named).flatMap(({ actors }) => actors);
}

const cases = KINDS.flatMap((kind) => CHANGE_STATES.map((state) => [kind, state] as const));

describe('the table of DOMAIN 3.4', () => {
  it.each(cases)('of a %s change in state %s: allowed to whom it names, refused to everybody else', async (kind, state) => {
    let change = await story.inState(kind, state);
    if (!change) return;
    for (const [event, [path, body]] of Object.entries(CALLS)) {
      const arrow = changeLifecycle.transitions[state].find((one) => one.event === event && one.kinds.includes(kind));
      for (const who of Object.keys(PLAYERS) as Who[]) {
        const given: SeenChange = change!;
        const where = `${kind} ${state} ${event} by ${who}`;
        const placing = who === 'CM' && (event === 'request_authorisation' || event === 'schedule') ? { overrideReason: 'Pārbaude.' } : {};
        const answer = await story.tries(PLAYERS[who], given, path, { ...body(), ...placing });
        if (!actorsOf(kind, event).includes(who)) expect([where, ...answer]).toEqual([where, 403, 'tickets.not-allowed']);
        else if (!arrow) expect([where, ...answer]).toEqual([where, 409, 'changes.transition-not-allowed']);
        else {
          expect([where, ...answer]).toEqual([where, 200, undefined]);
          expect([where, (await story.desk.read('andris', given)).state]).toEqual([where, arrow.to]);
          change = await story.inState(kind, state);
          continue;
        }
        expect([where, (await story.desk.read('andris', given)).version]).toEqual([where, given.version]);
      }
      const hidden = await story.tries('janis', change!, path, body());
      expect([event, ...hidden]).toEqual([event, 404, 'tickets.not-found']);
    }
  });

  it('audits what it refuses, and changes nothing', async () => {
    const change = await story.draft('normal');
    expect(await story.tries('elina', change, 'start')).toEqual([409, 'changes.transition-not-allowed']);
    const rows = await story.desk.desk.eventRows(change);
    expect(rows.at(-1)).toEqual({ type: 'changes.transition-refused', payload: { event: 'start', state: 'draft' } });
    expect(await story.desk.read('andris', change)).toMatchObject({ state: 'draft', version: change.version });
  });

  it('is served as data', async () => {
    const served = (await story.desk.ask('ilze', 'get', '/lifecycles/change')) as unknown as { initial: string; transitions: object[] };
    expect(served.initial).toBe('draft');
    expect(served.transitions).toHaveLength(arrows.length);
  });
});
