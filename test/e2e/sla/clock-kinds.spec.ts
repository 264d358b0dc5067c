import { Desk, group, service, type SeenTicket } from '../incidents/desk.js';
import { publishTarget as target } from './publish-target.js';

interface Clock {
  readonly kind: string;
  readonly cycle: number;
  readonly state: string;
  readonly outcome: string | null;
  readonly startedAt: string;
  readonly dueAt: string | null;
  readonly stoppedAt: string | null;
  readonly targetSeconds: number;
  readonly party: { readonly name: string } | null;
  readonly policy: { readonly name: string } | null;
  readonly sentence: string;
  readonly ledger: readonly { readonly type: string; readonly reason: string | null }[];
}

const HOUR = 3_600_000;
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();
const plus = (iso: string, ms: number): string => new Date(Date.parse(iso) + ms).toISOString();

describe('the clocks beside those of the promise', () => {
  let desk: Desk;
  const clocks = async (ticket: { id: string }, kind: string, login = 'rihards'): Promise<Clock[]> => {
    const { body } = await (await desk.as(login)).get<{ items: Clock[] }>(`/tickets/${ticket.id}/clocks`);
    return body.items.filter((clock) => clock.kind === kind);
  };

  beforeAll(async () => {
    desk = await Desk.open();
    for (const priority of [1, 4]) await target(desk, 'ola', { priority, party: group('first-line'), seconds: priority * 3600 });
    await target(desk, 'ola', { priority: 4, party: group('network'), seconds: 7200 });
    await target(desk, 'supplier', { priority: 4, seconds: 86_400 });
  });

  afterAll(() => desk.close());

  it('count a group’s stay from its acceptance until the work leaves the group, the next one anew', async () => {
    const ticket = await desk.accepted();
    await desk.act('rihards', ticket, 'assignment', { groupId: group('network'), reason: 'Tīkla kļūda.' });
    const [first, second, ...more] = await clocks(ticket, 'ola');
    expect(first).toMatchObject({ cycle: 1, state: 'stopped', outcome: 'met', targetSeconds: 14_400, party: { name: expect.any(String) } });
    expect(second).toMatchObject({
      cycle: 2,
      state: 'running',
      targetSeconds: 7200,
      ledger: [{ type: 'started', reason: 'incidents.assigned' }],
    });
    expect(more).toEqual([]);
  });

  it('pause a group’s time as the promise pauses, and run a supplier’s from the hold for his sake to its end', async () => {
    const ticket = await desk.accepted();
    await desk.act('elina', ticket, 'hold', { reason: 'awaiting_vendor' });
    expect(await clocks(ticket, 'supplier')).toMatchObject([{ state: 'running', targetSeconds: 86_400, party: null }]);
    expect(await clocks(ticket, 'ola')).toMatchObject([{ state: 'running' }]);
    await desk.act('elina', ticket, 'resumption');
    await desk.act('elina', ticket, 'hold', { reason: 'awaiting_requester', question: 'Kurš lasītājs?' });
    expect(await clocks(ticket, 'supplier')).toMatchObject([{ state: 'stopped', outcome: 'met' }]);
    expect(await clocks(ticket, 'ola')).toMatchObject([{ state: 'paused' }]);
  });

  it('begin a group’s time anew when the priority changes', async () => {
    const ticket = await desk.accepted();
    await desk.act('elina', ticket, 'priority', { impact: 1, urgency: 1, reason: 'new_information' });
    expect(await clocks(ticket, 'ola')).toMatchObject([
      { cycle: 1, targetSeconds: 3600, ledger: [{ type: 'started' }, { type: 'retargeted' }] },
    ]);
  });

  it('are not shown to the requester, nor do they set the ticket’s own deadline', async () => {
    const ticket = await desk.accepted();
    expect(await clocks(ticket, 'ola', 'ilze')).toEqual([]);
    const seen = await desk.read('elina', ticket);
    expect(seen.clocks.map(({ kind }) => kind).sort()).toEqual(['resolution', 'response']);
    expect(seen.dueAt).toBe(seen.clocks.find(({ kind }) => kind === 'resolution')?.dueAt);
  });

  describe('of a security incident', () => {
    const declared = async (awareAt: string): Promise<SeenTicket> => desk.act('elina', await desk.accepted(), 'security', { awareAt });

    it('run 24 and 72 hours from the awareness, on no policy', async () => {
      const awareAt = ago(5 * HOUR).replace(/\.\d+Z/, '.000Z');
      const ticket = await declared(awareAt);
      const [warning] = await clocks(ticket, 'statutory_warning');
      const [notification] = await clocks(ticket, 'statutory_notification');
      expect(new Date(warning!.dueAt!).toISOString()).toBe(plus(awareAt, 24 * HOUR));
      expect(new Date(notification!.dueAt!).toISOString()).toBe(plus(awareAt, 72 * HOUR));
      expect(warning).toMatchObject({ policy: null, state: 'running' });
      expect(warning!.sentence).toContain('Likums');
    });

    it('are late at once where the awareness lies further back, and go on whatever becomes of the ticket', async () => {
      const ticket = await declared(ago(30 * HOUR));
      await desk.act('elina', ticket, 'hold', { reason: 'awaiting_requester', question: 'Vai atvērāt pielikumu?' });
      await desk.act('elina', ticket, 'resolution', { code: 'fixed', text: 'Atvienots.' });
      expect(await clocks(ticket, 'statutory_warning')).toMatchObject([{ state: 'running', outcome: 'breached' }]);
      expect(await clocks(ticket, 'statutory_notification')).toMatchObject([{ state: 'running', outcome: null }]);
    });

    it('stop when what is asked was sent; the notification begins the month of the final report', async () => {
      const ticket = await declared(ago(5 * HOUR));
      const sentAt = ago(HOUR).replace(/\.\d+Z/, '.000Z');
      await desk.act('elina', ticket, 'security/warning-sent', { at: sentAt });
      await desk.act('elina', ticket, 'security/notification-sent', { at: sentAt });
      const [warning] = await clocks(ticket, 'statutory_warning');
      expect(warning).toMatchObject({ state: 'stopped', outcome: 'met' });
      expect(new Date(warning!.stoppedAt!).toISOString()).toBe(sentAt);
      const [final] = await clocks(ticket, 'statutory_final');
      const days = (Date.parse(final!.dueAt!) - Date.parse(sentAt)) / (24 * HOUR);
      expect(days).toBeGreaterThan(28);
      expect(days).toBeLessThan(32.1);
      const read = await (await desk.as('elina')).get<{ security: Record<string, string | null> | null }>(`/tickets/${ticket.id}`);
      expect(read.body.security).toMatchObject({ warningSentAt: expect.any(String), finalReportSentAt: null });
      expect((await (await desk.as('ilze')).get<{ security: unknown }>(`/tickets/${ticket.id}`)).body.security).toBeNull();
    });

    it('take no awareness of the future or of more than 72 hours ago, and none twice', async () => {
      const ticket = await desk.accepted();
      expect(await desk.tries('elina', ticket, 'security', { awareAt: plus(ago(0), HOUR) })).toEqual([422, 'incidents.instant-in-future']);
      expect(await desk.tries('elina', ticket, 'security', { awareAt: ago(73 * HOUR) })).toEqual([422, 'incidents.awareness-too-far']);
      await desk.act('elina', ticket, 'security', { awareAt: ago(HOUR) });
      expect(await desk.tries('elina', ticket, 'security', { awareAt: ago(HOUR) })).toEqual([409, 'incidents.security-declared-already']);
    });

    it('take no report before the awareness, no final one before the notification, and none twice', async () => {
      const plain = await desk.accepted();
      expect(await desk.tries('elina', plain, 'security/warning-sent', { at: ago(0) })).toEqual([409, 'incidents.not-security']);
      const ticket = await declared(ago(HOUR));
      expect(await desk.tries('elina', ticket, 'security/warning-sent', { at: ago(2 * HOUR) })).toEqual([
        422,
        'incidents.report-too-early',
      ]);
      expect(await desk.tries('elina', ticket, 'security/final-report-sent', { at: ago(0) })).toEqual([
        409,
        'incidents.notification-not-sent',
      ]);
      await desk.act('elina', ticket, 'security/warning-sent', { at: ago(1000) });
      expect(await desk.tries('elina', ticket, 'security/warning-sent', { at: ago(1000) })).toEqual([409, 'incidents.report-sent-already']);
    });
  });

  describe('after a change of service', () => {
    it('follow what is agreed for the new one, for the reason agreement_change', async () => {
      await target(desk, 'resolution', { priority: 4, service: service('VPN'), seconds: 7200 });
      const ticket = await desk.accepted({ serviceId: service('MAIL') });
      const moved = await desk.act('elina', ticket, 'service', { serviceId: service('VPN') });
      const [resolution] = await clocks(moved, 'resolution');
      expect(resolution).toMatchObject({
        targetSeconds: 7200,
        ledger: [{ type: 'started' }, { type: 'retargeted', reason: 'agreement_change' }],
      });
      expect(await desk.events(moved)).toContain('incidents.service-changed');
    });

    it('count in the figures for the new service, also where the same is agreed for both', async () => {
      const ticket = await desk.accepted({ serviceId: service('MAIL') });
      await desk.act('elina', ticket, 'service', { serviceId: service('PRINT'), reasonCode: 'wrong_registration' });
      const rows = await desk.sql<{ service_id: string }>(`select service_id from sla.clock where ticket_id = $1 and state = 'running'`, [
        ticket.id,
      ]);
      expect(new Set(rows.map((row) => row.service_id))).toEqual(new Set([service('PRINT')]));
    });

    it('refuse a service that is not offered to the institution, and the one that it is', async () => {
      const ticket = await desk.accepted({ serviceId: service('MAIL') });
      expect(await desk.tries('elina', ticket, 'service', { serviceId: group('network') })).toEqual([422, 'incidents.service-not-offered']);
      expect(await desk.tries('elina', ticket, 'service', { serviceId: service('MAIL') })).toEqual([422, 'incidents.service-unchanged']);
    });
  });
});
