import { demoId } from '#identity';
import { KNOWN, ProblemStory } from './problem-story.js';

let story: ProblemStory;

beforeAll(async () => {
  story = await ProblemStory.open();
});

afterAll(() => story?.close());

const OPENING = { title: 'Pārrāvumi', description: 'Rītos.', groupId: demoId('group', 'first-line') };

async function opening(body: object): Promise<[number, string | undefined]> {
  const answer = await (await story.desk.as('elina')).post<{ errors?: { pointer: string }[] }>('/problems', { ...OPENING, ...body });
  return [answer.status, answer.body.errors?.[0]?.pointer];
}

describe('Opening a problem', () => {
  it('needs an incident, a trend or a reason', async () => {
    expect(await opening({ origin: 'incidents' })).toEqual([422, '/incidents']);
    expect(await opening({ origin: 'trend' })).toEqual([422, '/originText']);
    expect(await opening({ origin: 'reason' })).toEqual([422, '/originText']);
    expect(await opening({ origin: 'trend', originText: 'Trīs mēnešus aug.' })).toEqual([201, undefined]);
    expect(await opening({ origin: 'incidents', incidents: ['INC-2099-000001'] })).toEqual([422, '/incident']);
  });

  it('links its incidents and tells of it in both histories', async () => {
    const incident = await story.incident();
    const problem = await story.opened({ incidents: [incident.number] });
    expect(problem).toMatchObject({ state: 'new', incidentCount: 1, number: expect.stringMatching(/^PRB-\d{4}-\d{6}$/) as string });
    expect(await story.desk.events(incident)).toContain('problems.named-as-cause');
    expect(await story.desk.events(problem)).toEqual(['problems.opened', 'problems.incident-linked']);
    const listed = await (await story.desk.as('elina')).get<{ items: { id: string }[] }>(`/problems/${problem.id}/incidents`);
    expect(listed.body.items.map(({ id }) => id)).toEqual([incident.id]);
  });

  it('keeps out of the queue, its counts and the lists of people', async () => {
    const counts = async (): Promise<Record<string, unknown>> =>
      (await (await story.desk.as('elina')).get<Record<string, unknown>>('/tickets/counts')).body;
    const before = await counts();
    await story.ask('elina', 'post', '/problems', { ...OPENING, origin: 'reason', originText: 'Tā.' });
    expect(await counts()).toEqual(before);
    for (const view of ['group', 'all', 'requested']) {
      const page = await (await story.desk.as('elina')).get<{ items: { type: string }[] }>(`/tickets?view=${view}&limit=100`);
      expect([view, page.body.items.filter(({ type }) => type === 'problem')]).toEqual([view, []]);
    }
  });
});

describe('A known error', () => {
  it('has both a cause and a workaround, and keeps them', async () => {
    const problem = await story.investigating();
    const answer = await (
      await story.desk.as('elina')
    ).post<{ code: string; errors: { pointer: string }[] }>(`/problems/${problem.id}/identification`, { rootCause: 'Programmatūra.' });
    expect([answer.status, answer.body.code, answer.body.errors.map(({ pointer }) => pointer)]).toEqual([
      422,
      'problems.incomplete',
      ['/workaround'],
    ]);
    expect((await story.read(problem)).state).toBe('investigating');
    const known = await story.step('elina', problem, 'identification', KNOWN);
    expect(known).toMatchObject({ state: 'known_error', missing: [], knownSince: expect.any(String) as string });
    const emptied = await (await story.desk.as('elina')).patch<{ code: string }>(`/problems/${problem.id}`, { workaround: null });
    expect([emptied.status, emptied.body.code]).toEqual([422, 'problems.incomplete']);
  });

  it('is resolved only by a change that succeeded or a risk that a manager who does not own it accepted', async () => {
    const problem = await story.known();
    expect(await story.tries('elina', problem, 'resolution', { resolution: 'Tāpat.' })).toEqual([409, 'problems.nothing-resolves-it']);
    expect(await story.tries('rihards', problem, 'risk-acceptance', { reason: 'Labi.' })).toEqual([403, 'tickets.not-allowed']);
    await story.accepted(problem);
    expect(await story.step('elina', problem, 'resolution', { resolution: 'Sadzīvojam.' })).toMatchObject({
      state: 'resolved',
      knownSince: null,
    });
  });
});

describe('The changes of a problem', () => {
  it('let it be resolved when one succeeds', async () => {
    const problem = await story.known();
    const change = await story.raise(problem);
    expect(await story.read(problem)).toMatchObject({ state: 'fix_in_progress', fixes: [{ change: { id: change.id }, outcome: null }] });
    expect(await story.tries('elina', problem, 'resolution', { resolution: 'Tāpat.' })).toEqual([409, 'problems.nothing-resolves-it']);
    await story.carryOut(change, 'successful');
    expect(await story.read(problem)).toMatchObject({ state: 'fix_in_progress', resolvable: true });
    expect((await story.step('elina', problem, 'resolution', { resolution: 'Atjaunināts.' })).state).toBe('resolved');
  });

  it('take it back to a known error when one failed and its review is written', async () => {
    const problem = await story.known();
    const change = await story.raise(problem);
    await story.carryOut(change, 'rolled_back');
    expect((await story.read(problem)).state).toBe('fix_in_progress');
    await story.changes.step('andris', change, 'review', { objectivesMet: false, lessons: 'Vajadzīga cita versija.' });
    expect((await story.read(problem)).state).toBe('known_error');
    expect((await story.desk.events(problem)).at(-1)).toBe('problems.change-failed');
  });

  it('leave it where it is while cause and workaround are unwritten, and take it back once they are', async () => {
    const problem = await story.investigating();
    const change = await story.raise(problem);
    await story.changes.step('andris', change, 'cancellation', { reason: 'Vairs nevajag.' });
    expect(await story.read(problem)).toMatchObject({ state: 'fix_in_progress', missing: ['rootCause', 'workaround'] });
    expect(await story.ask('elina', 'patch', `/problems/${problem.id}`, KNOWN)).toMatchObject({ state: 'known_error' });
  });

  it('may be one that was there already, but not one that is over', async () => {
    const problem = await story.known();
    const change = await story.changes.draft('normal');
    expect(await story.tries('elina', problem, 'changes', { change: 'CHG-2099-000001' })).toEqual([422, 'problems.change-unknown']);
    expect(await story.step('elina', problem, 'changes', { change: change.number })).toMatchObject({
      state: 'fix_in_progress',
      fixes: [{ change: { number: change.number } }],
    });
    const over = await story.changes.inState('normal', 'cancelled');
    expect(await story.tries('elina', problem, 'changes', { change: over!.number })).toEqual([422, 'problems.change-unknown']);
  });
});

describe('A resolved problem', () => {
  it('is verified after 20 working days, not before', async () => {
    const problem = await story.resolved();
    expect(await story.tries('rihards', problem, 'verification')).toEqual([409, 'problems.too-early']);
    const days = (Date.parse(problem.verifyFrom!) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(25);
    expect((await story.step('rihards', await story.watched(problem), 'verification')).state).toBe('closed');
  });

  it('comes back with a new incident, and neither the old change nor the old acceptance resolves it again', async () => {
    const before = await story.incident();
    const problem = await story.resolved();
    expect((await story.step('elina', problem, 'incidents', { incident: before.number })).state).toBe('resolved');
    const after = await story.incident();
    expect(await story.step('elina', problem, 'incidents', { incident: after.number })).toMatchObject({
      ...{ state: 'investigating', recurrences: 1, resolvable: false, verifyFrom: null, riskAcceptance: null },
    });
    expect((await story.desk.events(problem)).at(-1)).toBe('problems.recurred');
  });

  it('takes no incident once it is closed', async () => {
    const problem = await story.inState('closed');
    const incident = await story.incident();
    expect(await story.tries('elina', problem, 'incidents', { incident: incident.number })).toEqual([409, 'problems.over']);
  });
});

describe('A link to an incident', () => {
  it('can be taken back, and is told', async () => {
    const problem = await story.opened();
    const incident = await story.incident();
    expect((await story.step('elina', problem, 'incidents', { incident: incident.number })).incidentCount).toBe(2);
    expect((await story.ask('elina', 'delete', `/problems/${problem.id}/incidents/${incident.number}`)).incidentCount).toBe(1);
    expect((await story.desk.events(incident)).at(-1)).toBe('problems.no-cause-after-all');
  });
});
