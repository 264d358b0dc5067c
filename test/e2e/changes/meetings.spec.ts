import { ApprovalBook } from '#approvals';
import { demoId } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { step } from '../approvals/round.js';
import { layChange } from './lay-change.js';

let test: TestApp;
let cast: Cast;

beforeAll(async () => {
  test = await startTestApp({ cast: true });
  cast = await layCast(test);
});

afterAll(() => test?.close());

interface MeetingBody {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly quorum: number;
  readonly quorate: boolean;
  readonly agenda: readonly {
    readonly changeId: string;
    readonly result: string;
    readonly approved: number;
    readonly notes: string | null;
    readonly myApprovalId: string | null;
    readonly change: { readonly number: string } | null;
  }[];
  readonly abilities: { readonly edit: boolean; readonly close: boolean };
  readonly code?: string;
}

const person = (login: string): string => demoId('person', login);
const MEMBERS = ['andris', 'dace'];

/** A change that awaits the decision of dace. */
async function awaiting(): Promise<string> {
  return test.unitOfWork.run(async (tx) => {
    const ticketId = await layChange(tx, {
      state: 'assessing',
      from: '2030-01-08T18:00:00Z',
      to: '2030-01-08T20:00:00Z',
    });
    await test.app.get(ApprovalBook).request(tx, {
      ...{ ticketId, purpose: 'ratify', contentHash: 'h', title: 'Serveris', excluded: [] },
      steps: [step(['dace', 'andris'], tx.now, { rule: 'any' })],
    });
    return ticketId;
  });
}

async function called(changeIds: readonly string[], more: object = {}) {
  return (await cast.signIn('andris')).post<MeetingBody>('/cab-meetings', {
    ...{ title: 'Padomes sanāksme', startsAt: '2030-01-07T08:00:00Z', place: '214. kabinets', memberIds: MEMBERS.map(person), changeIds },
    ...more,
  });
}

const andris = async (method: 'post' | 'patch', id: string, path: string, body: object = {}) =>
  (await cast.signIn('andris'))[method]<MeetingBody>(`/cab-meetings/${id}${path}`, body);

describe('a meeting of the CAB', () => {
  it('offers what awaits, is called with a quorum, and shows its members what they decide', async () => {
    const change = await awaiting();
    const candidates = await (await cast.signIn('andris')).get<{ changes: { id: string }[] }>('/cab-meetings/candidates');
    expect(candidates.body.changes.map(({ id }) => id)).toContain(change);
    const { status, body } = await called([change]);
    expect([status, body.state, body.quorum]).toEqual([201, 'planned', 2]);
    const seen = await (await cast.signIn('dace')).get<MeetingBody>(`/cab-meetings/${body.id}`);
    expect(seen.body.agenda[0]).toMatchObject({ changeId: change, result: 'open', change: { number: expect.stringMatching(/^CHG-/) } });
    expect(seen.body.agenda[0]?.myApprovalId).not.toBeNull();
    expect(seen.body.abilities).toMatchObject({ edit: false, close: false });
  });

  it('shows a decision as soon as the member has given it, and keeps it with its minutes', async () => {
    const { body: meeting } = await called([await awaiting()]);
    await andris('post', meeting.id, '/opening');
    expect((await andris('post', meeting.id, '/closure')).body.code).toBe('changes.meeting-not-quorate');
    const mine = (await (await cast.signIn('dace')).get<MeetingBody>(`/cab-meetings/${meeting.id}`)).body.agenda[0]?.myApprovalId;
    await (await cast.signIn('dace')).post(`/approvals/${mine}/decision`, { decision: 'approved' });
    const attendance = MEMBERS.map((login) => ({ userId: person(login), present: true }));
    const edited = await andris('patch', meeting.id, '', {
      ...{ attendance, notes: [{ changeId: meeting.agenda[0]?.changeId, notes: 'Vispirms pārbaudīt kopiju.' }] },
    });
    expect(edited.body).toMatchObject({ quorate: true, agenda: [{ result: 'granted', approved: 1, notes: 'Vispirms pārbaudīt kopiju.' }] });
    expect((await andris('post', meeting.id, '/closure')).body.code).toBe('changes.meeting-without-minutes');
    await andris('patch', meeting.id, '', { minutes: 'Padome piekrīt.' });
    expect((await andris('post', meeting.id, '/closure')).body).toMatchObject({ state: 'closed', agenda: [{ result: 'granted' }] });
    expect((await andris('patch', meeting.id, '', { minutes: 'Citādi.' })).body.code).toBe('changes.meeting-over');
    const events = await test.app
      .get(Database)
      .query<{ type: string }>(`select type from platform.event_log where subject_id = $1 order by id`, [meeting.id]);
    expect(events.map(({ type }) => type.replace('changes.meeting-', ''))).toEqual(['called', 'opened', 'closed']);
  });

  it('refuses strangers, changes that are none, and a quorum that cannot be', async () => {
    expect((await called([], { memberIds: [person('ilze')] })).body.code).toBe('changes.meeting-member-unknown');
    expect((await called([demoId('service', 'none')])).body.code).toBe('changes.meeting-change-unknown');
    expect((await called([], { quorum: 3 })).body.code).toBe('changes.meeting-quorum-impossible');
    expect((await (await cast.signIn('dace')).post('/cab-meetings', {})).status).toBe(403);
  });

  it('takes no change that was written against an older version', async () => {
    const { body: meeting } = await called([]);
    const client = await cast.signIn('andris');
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, at) =>
        client.patch(`/cab-meetings/${meeting.id}`, { place: `${at}` }, { 'if-match': `"${meeting.version}"` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });
});
