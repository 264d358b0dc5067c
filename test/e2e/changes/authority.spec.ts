import { group, person } from '../incidents/desk.js';
import { DueChanges } from '#changes';
import { ChangeStory, DOCUMENT, HIGH, LOW, MEDIUM } from './change-story.js';
import { item, type SeenChange } from './change-desk.js';

let story: ChangeStory;

beforeAll(async () => {
  story = await ChangeStory.open();
});

afterAll(() => story?.close());

const asked = (change: SeenChange): string[] =>
  (change.approvals[0]?.steps ?? []).flatMap(({ approvals }) => approvals.map(({ approver }) => approver.id)).sort();
const soon = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

describe('authority', () => {
  it('is asked by risk: of the group lead, of the change manager, of more than half of the board', async () => {
    expect(asked(await story.awaiting('normal', LOW))).toEqual([person('rihards')]);
    expect(asked(await story.awaiting('normal', MEDIUM))).toEqual([person('andris')]);
    const high = await story.awaiting('normal', HIGH, { costEuro: 100, effortHours: 8 });
    expect(asked(high)).toEqual(['edgars', 'agnese', 'gints', 'vita'].map(person).sort());
    expect(high.approvals[0]!.steps[0]).toMatchObject({ rule: 'n_of', needed: 3 });
    expect((await story.decide(high)).state).toBe('scheduled');
  });

  it('asks the client too where his service stands still', async () => {
    const high = await story.awaiting('normal', HIGH, { costEuro: 100, effortHours: 8, outageMinutes: 30 });
    expect(asked(high)).toContain(person('zane'));
  });

  it('lets the client who is asked read the whole document and change nothing of it, and no internal note', async () => {
    const assessing = await story.assessing(HIGH, { costEuro: 100, effortHours: 8, outageMinutes: 30 });
    expect(await story.desk.read('zane', assessing)).toMatchObject({ inFull: false, plan: [], risk: null });
    const high = await story.authorisation(assessing);
    await story.desk.ask('elina', 'post', `/tickets/${high.id}/comments`, { body: 'Tikai mums.', visibility: 'internal' });
    const read = await story.desk.read('zane', high);
    expect(read).toMatchObject({ inFull: true, plan: [{ text: 'Uzlikt' }], costEuro: 100, risk: { level: 'high' } });
    expect(Object.entries(read.abilities).filter(([, can]) => can)).toEqual([]);
    const client = await story.desk.desk.as('zane');
    expect(JSON.stringify((await client.get(`/tickets/${high.id}/comments`)).body)).not.toContain('Tikai mums.');
    expect(await story.desk.read('ilze', high)).toMatchObject({ inFull: false, plan: [] });
    expect((await story.desk.tries('janis', 'get', `/changes/${high.id}`))[0]).toBe(404);
  });

  it('is not asked for a change of high risk without an estimate', async () => {
    const change = await story.draft('normal');
    await story.step('andris', change, 'risk', { answers: HIGH });
    expect(await story.tries('andris', change, 'submission')).toEqual([422, 'changes.incomplete']);
    await story.desk.edit('andris', change, { costEuro: 100, effortHours: 8 });
    expect((await story.step('andris', change, 'submission')).state).toBe('assessing');
  });

  it('is never given by whoever asked for it, wrote it or carries it out', async () => {
    const led = await story.awaiting('normal', LOW, { assigneeId: person('rihards') });
    expect(asked(led)).toEqual([person('andris')]);
    const other = await story.awaiting('normal', LOW);
    expect(await story.desk.tries('andris', 'patch', `/changes/${other.id}`, { assigneeId: person('rihards') })).toEqual([
      422,
      'changes.implementer-approves',
    ]);
    const decided = await story.decide(other);
    expect(await story.tries('rihards', decided, 'start')).toEqual([409, 'changes.implementer-approves']);
    expect((await story.step('elina', decided, 'start')).assignee?.id).toBe(person('elina'));
  });

  it('is void where the plan changes, and asked anew; moving nothing keeps it', async () => {
    const waiting = await story.awaiting('normal', LOW);
    const again = await story.desk.edit('andris', waiting, { plan: [{ text: 'Citādi' }], overrideReason: 'Pārbaude.' });
    expect(again.approvals.map(({ number, state }) => [number, state])).toEqual([
      [2, 'open'],
      [1, 'voided'],
    ]);
    const scheduled = await story.decide(again);
    expect(scheduled.state).toBe('scheduled');
    const named = await story.desk.edit('andris', scheduled, { assigneeId: person('elina'), overrideReason: 'Pārbaude.' });
    expect(named).toMatchObject({ state: 'scheduled' });
    const changed = await story.desk.edit('andris', scheduled, { rollbackPlan: 'Cits ceļš.' });
    expect(changed).toMatchObject({ state: 'awaiting_authorisation', approvals: [{ number: 3, state: 'open' }, { state: 'voided' }, {}] });
  });

  it('stays inside the tolerance and is asked anew outside it; a standard change is not moved that far', async () => {
    const change = await story.scheduled('normal');
    const inside = await story.step('andris', change, 'reschedule', { from: soon(11), to: soon(115), overrideReason: 'Pārbaude.' });
    expect(inside).toMatchObject({ state: 'scheduled', approvals: [{ state: 'granted' }] });
    const far = { from: soon(6000), to: soon(6100), overrideReason: 'Pārbaude.' };
    expect(await story.step('andris', change, 'reschedule', far)).toMatchObject({ state: 'awaiting_authorisation' });
    const standard = await story.scheduled('standard');
    expect(await story.tries('andris', standard, 'reschedule', far)).toEqual([409, 'changes.outside-tolerance']);
  });

  it('waits for the body outside that was asked, and ends with its refusal', async () => {
    const change = await story.awaiting('normal', LOW);
    const body = { body: 'VARAM', askedOn: '2026-01-31' };
    const [one] = (await story.step('andris', change, 'concurrences', body))['concurrences'] as { id: string; dueOn: string }[];
    expect(one!.dueOn).toBe('2026-02-28');
    expect((await story.decide(change)).state).toBe('awaiting_authorisation');
    expect(await story.desk.desk.app.app.get(DueChanges).run()).toBeGreaterThan(0);
    expect(await story.desk.desk.events(change)).toContain('changes.concurrence-overdue');
    expect((await story.step('andris', change, `concurrences/${one!.id}/answer`, { granted: true })).state).toBe('scheduled');
    const other = await story.awaiting('normal', LOW);
    const [two] = (await story.step('andris', other, 'concurrences', body))['concurrences'] as { id: string }[];
    const refused = await story.step('andris', other, `concurrences/${two!.id}/answer`, { granted: false, note: 'Nav finansējuma.' });
    expect(refused).toMatchObject({ state: 'rejected', endReason: 'Nav finansējuma.', approvals: [{ state: 'cancelled' }] });
    const clone = await story.step('andris', refused, 'clone');
    expect(clone).toMatchObject({ state: 'draft', clonedFrom: { id: other.id }, itemCount: 1, window: null });
  });
});

describe('an emergency', () => {
  it('needs an urgent incident, or the word of somebody who is written down', async () => {
    const change = await story.draft('emergency');
    expect(await story.tries('elina', change, 'authorisation-request')).toEqual([409, 'changes.urgent-incident-missing']);
    expect(await story.tries('andris', change, 'implement-first')).toEqual([409, 'changes.consent-missing']);
    await story.urge(change);
    expect((await story.step('elina', change, 'authorisation-request')).state).toBe('awaiting_authorisation');
  });

  const begun = async (): Promise<SeenChange> => {
    const change = await story.draft('emergency');
    await story.step('andris', change, 'verbal-consent', { by: 'Dežurējošā vadītāja', at: soon(-5) });
    return story.step('andris', change, 'implement-first');
  };

  it('begins on a word, is ratified, reviewed and closed', async () => {
    const change = await begun();
    expect(change).toMatchObject({ state: 'implementing', approvals: [{ purpose: 'ratify', state: 'open' }] });
    await story.step('elina', change, 'finish', { outcome: 'successful', text: 'Labots.' });
    await story.step('andris', change, 'review', { objectivesMet: true, lessons: 'Ātrāk.' });
    expect(await story.tries('andris', change, 'closure', { itemsUpdated: true })).toEqual([409, 'changes.not-ratified']);
    expect(await story.decide(change)).toMatchObject({ ratification: { findingAt: null, ratifiedAt: expect.any(String) } });
    expect((await story.step('andris', change, 'closure', { itemsUpdated: true })).state).toBe('closed');
  });

  it('raises a finding where nobody ratifies it in time', async () => {
    const change = await begun();
    await story.desk.desk.sql(`update changes.change set ratify_due_at = now() - interval '1 minute' where ticket_id = $1`, [change.id]);
    await story.desk.desk.app.app.get(DueChanges).run();
    expect(await story.desk.read('andris', change)).toMatchObject({ ratification: { findingAt: expect.any(String) } });
    expect((await story.desk.desk.eventRows(change)).at(-1)).toEqual({ type: 'changes.finding-raised', payload: { what: 'not_ratified' } });
  });
});

describe('a change and its incidents', () => {
  it('is raised from an incident that it resolves, and may be said to have caused one', async () => {
    const incident = await story.desk.desk.file('ilze');
    const raised = await story.desk.ask('elina', 'post', `/tickets/${incident.id}/change`, { itemIds: [item('SRV-0001')] });
    expect(raised).toMatchObject({ title: incident.title, state: 'draft', itemCount: 1 });
    const links = await story.desk.ask('elina', 'get', `/tickets/${incident.id}/links`);
    expect(links['items']).toMatchObject([{ kind: 'resolved_by', direction: 'out', ticket: { id: raised.id } }]);
    const other = await story.desk.desk.file('ilze');
    const caused = { ticket: raised.number, kind: 'caused_by' };
    expect((await story.desk.ask('elina', 'post', `/tickets/${other.id}/links`, caused))['items']).toMatchObject([{ kind: 'caused_by' }]);
    expect(await story.desk.tries('elina', 'post', `/tickets/${other.id}/links`, { ticket: incident.id, kind: 'caused_by' })).toEqual([
      422,
      'tickets.cause-is-a-change',
    ]);
  });

  it('begins outside its window only by the change manager', async () => {
    const window = { ...DOCUMENT(), plannedFrom: soon(300), plannedTo: soon(400), itemIds: undefined, groupId: group('first-line') };
    const change = await story.scheduled('standard', window);
    expect(await story.tries('elina', change, 'start')).toEqual([409, 'changes.outside-window']);
    expect(await story.tries('elina', change, 'start', { overrideReason: 'Tūlīt.' })).toEqual([403, 'tickets.not-allowed']);
    expect(await story.step('andris', change, 'start', { overrideReason: 'Tūlīt.' })).toMatchObject({
      startOverride: { reason: 'Tūlīt.' },
    });
  });
});
