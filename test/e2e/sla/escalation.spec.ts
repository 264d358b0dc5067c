import { Relay, UnitOfWork } from '#platform';
import { DueIncidents } from '#incidents';
import { RecordCrossings } from '#sla';
import { eventually } from '../../support/eventually.js';
import { Desk, group, person } from '../incidents/desk.js';
import { publishTarget } from './publish-target.js';

const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

describe('escalation (DOMAIN 4.5)', () => {
  let desk: Desk;
  const late = (minutes = 50): Promise<{ id: string }> =>
    desk.file('elina', { impact: 1, urgency: 1, source: 'phone', submittedAt: ago(minutes * 60_000), submittedAtReason: 'Zvans.' });
  /** Runs what waits to follow events, and what follows from that. */
  const drain = async (): Promise<void> => {
    const relay = desk.app.app.get(Relay);
    for (let round = 0; round < 5; round += 1) {
      const waiting = await desk.sql<{ event_id: number; reaction: string }>(
        `select event_id, reaction from platform.pending_reaction order by event_id`,
      );
      for (const { event_id, reaction } of waiting) await relay.react(event_id, reaction);
    }
  };
  const sweep = (): Promise<number> => desk.app.app.get(RecordCrossings).execute();
  const notices = async (login: string, ticket: { id: string }): Promise<string[]> => {
    const { body } = await (await desk.as(login)).get<{ items: { kind: string; ticket: { id: string } | null }[] }>('/notices');
    return body.items.filter((notice) => notice.ticket?.id === ticket.id).map(({ kind }) => kind);
  };
  const rows = (ticket: { id: string }): Promise<{ pct: number; action: string; result: string }[]> =>
    desk.sql(
      `select e.pct, e.action, e.result from sla.escalation e join sla.clock c on c.id = e.clock_id where c.ticket_id = $1 and c.kind = 'response' order by e.pct, e.step`,
      [ticket.id],
    );

  beforeAll(async () => {
    desk = await Desk.open();
  });

  afterAll(() => desk.close());

  it('follows the default steps: assignee, lead, up in the queue, manager', async () => {
    const ticket = await late();
    await sweep();
    await drain();
    expect((await rows(ticket)).map(({ pct, action }) => `${pct} ${action}`)).toEqual([
      '50 notify_assignee',
      ...['75 notify_assignee', '75 notify_lead'],
      ...['90 notify_assignee', '90 notify_lead', '90 raise_rank'],
      ...['100 notify_assignee', '100 notify_lead', '100 notify_manager', '100 raise_rank'],
    ]);
    expect(await desk.sql(`select escalation_rank from tickets.ticket where id = $1`, [ticket.id])).toEqual([{ escalation_rank: 2 }]);
    expect(await notices('dace', ticket)).toContain('breached');
    expect((await notices('rihards', ticket)).filter((kind) => kind === 'threshold')).toHaveLength(3);
  });

  it('waits for a ticket that somebody works on before it holds its clocks', async () => {
    const ticket = await late();
    await sweep();
    const crossed = await desk.sql<{ id: number }>(
      `select id from platform.event_log where type = 'sla.threshold-crossed' and subject_id = $1 and (payload->>'pct')::int >= 90 limit 1`,
      [ticket.id],
    );
    let reaction: Promise<unknown> = Promise.resolve();
    await desk.app.unitOfWork.run(async (tx) => {
      await tx.query(`select id from tickets.ticket where id = $1 for update`, [ticket.id]);
      reaction = desk.app.app.get(Relay).react(crossed[0]!.id, 'sla.escalate');
      await eventually(async () => {
        const waiting = await desk.sql(`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
        expect(waiting).not.toHaveLength(0);
      });
      expect(await tx.query(`select id from sla.clock where ticket_id = $1 for update nowait`, [ticket.id])).not.toHaveLength(0);
    });
    await reaction;
    expect(await rows(ticket)).not.toHaveLength(0);
  });

  it('does each step once, however often the crossing is delivered', async () => {
    const ticket = await late();
    await sweep();
    await drain();
    const before = await rows(ticket);
    const crossed = await desk.sql<{ id: number }>(
      `select id from platform.event_log where subject_id = $1 and type = 'sla.threshold-crossed'`,
      [ticket.id],
    );
    await desk.app.app.get(UnitOfWork).run(async (tx) => {
      for (const { id } of crossed)
        await tx.execute(`insert into platform.pending_reaction (event_id, reaction) values ($1, 'sla.escalate') on conflict do nothing`, [
          id,
        ]);
    });
    await drain();
    expect(await rows(ticket)).toEqual(before);
    expect((await notices('dace', ticket)).filter((kind) => kind === 'breached')).toHaveLength(1);
  });

  it('does what the target of the policy says instead: a role, a person, another group', async () => {
    await publishTarget(desk, 'ola', {
      priority: 1,
      party: group('first-line'),
      seconds: 1,
      steps: [
        { pct: 100, action: 'notify_role', to: 'auditor' },
        { pct: 100, action: 'notify_person', to: person('zane') },
        { pct: 100, action: 'reassign', to: group('network') },
      ],
    });
    const ticket = await desk.accepted({ impact: 1, urgency: 1 });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await sweep();
    await drain();
    expect(await desk.read('elina', ticket)).toMatchObject({ state: 'assigned', group: { id: group('network') }, assignee: null });
    expect(await notices('inga', ticket)).toContain('breached');
    expect(await notices('zane', ticket)).toContain('breached');
    const [row] = await desk.sql<{ reason: string }>(
      `select payload->>'reason' as reason from platform.event_log where subject_id = $1 and type = 'incidents.assigned' order by id desc limit 1`,
      [ticket.id],
    );
    expect(row?.reason).toBe('escalation');
  });

  describe('of a P1', () => {
    it('proposes a major incident, which the lead of the group takes up or turns down', async () => {
      const ticket = await desk.accepted({ impact: 1, urgency: 1 });
      await drain();
      expect(await desk.read('elina', ticket)).toMatchObject({ major: 'proposed' });
      expect(await notices('rihards', ticket)).toContain('major-proposed');
      expect(await desk.tries('elina', ticket, 'major', { major: true })).toEqual([403, 'tickets.not-allowed']);
      expect(await desk.act('rihards', ticket, 'major', { major: true })).toMatchObject({ major: 'declared' });
      expect(await desk.tries('rihards', ticket, 'major', { major: true })).toEqual([409, 'incidents.major-decided-already']);
    });

    it('reminds every half an hour of telling how it stands, and not when that was told meanwhile', async () => {
      const due = async (ticket: { id: string }): Promise<void> => {
        await desk.sql(`update incidents.incident set update_due_at = clock_timestamp() - interval '1 second' where ticket_id = $1`, [
          ticket.id,
        ]);
      };
      const awaited = async (ticket: { id: string }): Promise<number> =>
        (await desk.events(ticket)).filter((type) => type === 'incidents.update-awaited').length;
      const ticket = await desk.accepted({ impact: 1, urgency: 1 });
      await due(ticket);
      await desk.app.app.get(DueIncidents).run();
      expect(await awaited(ticket)).toBe(1);
      await due(ticket);
      await (await desk.as('elina')).post(`/tickets/${ticket.id}/comments`, { body: 'Meklējam cēloni.', visibility: 'public' });
      await desk.app.app.get(DueIncidents).run();
      expect(await awaited(ticket)).toBe(1);
    });
  });
});
