import { demoId } from '#identity';
import { arrow } from '#kernel';
import { PROBLEM_STATES, problemLifecycle } from '#problems';
import { KNOWN, ProblemStory } from './problem-story.js';

let story: ProblemStory;

beforeAll(async () => {
  story = await ProblemStory.open();
});

afterAll(() => story?.close());

/** Who plays the actors of DOMAIN 3.3: an agent of the group, its lead (an agent too), and a manager who is neither. */
const PLAYERS = { AG: 'elina', GL: 'rihards', MG: 'dace' } as const;
type Who = keyof typeof PLAYERS;

/** The request of each event; what the system does has specifications of its own. */
const CALLS: Readonly<Record<string, readonly [string, () => object]>> = {
  investigate: ['investigation', () => ({ ownerId: demoId('person', 'elina') })],
  identify: ['identification', () => KNOWN],
  resolve: ['resolution', () => ({ resolution: 'Vairs neatkārtojas.' })],
  verify: ['verification', () => ({})],
  dismiss: ['dismissal', () => ({ reason: 'Nav problēma.' })],
};

const arrows = Object.values(problemLifecycle.transitions).flat();

function mayEver(event: string, who: Who): boolean {
  const actors: readonly string[] = arrows.filter((one) => one.event === event).flatMap((one) => one.actors);
  return actors.includes(who) || (who === 'GL' && actors.includes('AG'));
}

describe('the table of DOMAIN 3.3', () => {
  it.each(PROBLEM_STATES)('of a problem in state %s: allowed to whom it names, refused to everybody else', async (state) => {
    let problem = await story.inState(state);
    expect(problem.state).toBe(state);
    for (const [event, [path, body]] of Object.entries(CALLS)) {
      const found = arrow(problemLifecycle, state, event as 'resolve');
      for (const who of Object.keys(PLAYERS) as Who[]) {
        const given = problem;
        const where = `${state} ${event} by ${who}`;
        const answer = await story.tries(PLAYERS[who], given, path, body());
        if (!mayEver(event, who)) expect([where, ...answer]).toEqual([where, 403, 'tickets.not-allowed']);
        else if (!found) expect([where, ...answer]).toEqual([where, 409, 'problems.transition-not-allowed']);
        else {
          expect([where, ...answer]).toEqual([where, 200, undefined]);
          expect([where, (await story.read(given)).state]).toEqual([where, found.to]);
          problem = await story.inState(state);
          continue;
        }
        expect([where, (await story.read(given)).version]).toEqual([where, given.version]);
      }
      expect(await story.tries('ilze', problem, path, body())).toEqual([403, 'identity.right-missing']);
    }
  });

  it.each(PROBLEM_STATES)('lets a change be raised in state %s where it says so, and refuses change and link otherwise', async (state) => {
    const problem = await story.inState(state);
    const client = await story.desk.as('elina');
    const answer = await client.post<{ code?: string; id?: string }>(`/tickets/${problem.id}/change`, {});
    const links = await client.get<{ items: { kind: string }[] }>(`/tickets/${problem.id}/links`);
    const raised = links.body.items.filter(({ kind }) => kind === 'resolved_by').length;
    if (arrow(problemLifecycle, state, 'raise_change') || state === 'fix_in_progress') {
      expect([answer.status, raised]).toEqual([201, state === 'fix_in_progress' ? 2 : 1]);
      expect((await story.read(problem)).state).toBe('fix_in_progress');
    } else expect([answer.status, answer.body.code, raised]).toEqual([409, 'problems.transition-not-allowed', 0]);
  });

  it('audits what it refuses, and changes nothing', async () => {
    const problem = await story.opened();
    expect(await story.tries('elina', problem, 'resolution', { resolution: 'Tāpat.' })).toEqual([409, 'problems.transition-not-allowed']);
    const rows = await story.desk.eventRows(problem);
    expect(rows.at(-1)).toEqual({ type: 'problems.transition-refused', payload: { event: 'resolve', state: 'new' } });
  });

  it('is served as data', async () => {
    const served = (await story.ask('ilze', 'get', '/lifecycles/problem')) as unknown as { initial: string; transitions: object[] };
    expect(served.initial).toBe('new');
    expect(served.transitions).toHaveLength(arrows.length);
  });
});
