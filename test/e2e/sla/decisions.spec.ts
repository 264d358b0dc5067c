import { parseInstant } from '#kernel';
import { Desk } from '../incidents/desk.js';

interface Clock {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly dueAt: string | null;
  readonly targetSeconds: number;
  readonly promises: readonly { readonly forgotten: boolean }[];
  readonly pauses: readonly { readonly from: string; readonly to: string | null }[];
  readonly decisions: Record<string, boolean>;
  readonly voidRequest: { readonly note: string } | null;
  readonly ledger: readonly {
    readonly type: string;
    readonly reason: string | null;
    readonly actor: { readonly name: string } | null;
    readonly deadlineBefore: string | null;
    readonly deadlineAfter: string | null;
  }[];
}

const agoText = (ms: number): string => new Date(Date.now() - ms).toISOString();
const MINUTE = 60_000;

describe('decisions about a clock', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
  });

  afterAll(() => desk.close());

  const clockOf = async (ticket: { id: string }, kind: string, login = 'rihards'): Promise<Clock> => {
    const { body } = await (await desk.as(login)).get<{ items: Clock[] }>(`/tickets/${ticket.id}/clocks`);
    return body.items.find((clock) => clock.kind === kind)!;
  };
  const decide = async (
    login: string,
    ticket: { id: string },
    kind: string,
    what: string,
    body: object = {},
  ): Promise<[number, string | undefined]> => {
    const clock = await clockOf(ticket, kind);
    const answer = await (await desk.as(login)).post<{ code?: string }>(`/tickets/${ticket.id}/clocks/${clock.id}/${what}`, body);
    return [answer.status, answer.body.code];
  };
  const late = (): Promise<{ id: string }> =>
    desk.file('elina', { impact: 1, urgency: 1, source: 'phone', submittedAt: agoText(50 * MINUTE), submittedAtReason: 'Zvans naktī.' });
  const slaEvents = async (ticket: { id: string }): Promise<string[]> =>
    (
      await desk.sql<{ type: string }>(`select type from platform.event_log where subject_id = $1 and type like 'sla.%' order by id`, [
        ticket.id,
      ])
    ).map(({ type }) => type);

  describe('a relaxation (DOMAIN 4.3(7a))', () => {
    it('is confirmed by a group lead who did not make it, and then forgets the stricter promise', async () => {
      const ticket = await desk.accepted();
      await desk.act('elina', ticket, 'priority', { impact: 3, urgency: 3, reason: 'new_information' });
      expect((await clockOf(ticket, 'resolution')).decisions['confirmRelaxation']).toBe(true);
      expect(await decide('elina', ticket, 'resolution', 'relaxation-confirmation')).toEqual([403, 'tickets.not-allowed']);
      expect(await decide('rihards', ticket, 'resolution', 'relaxation-confirmation')).toEqual([200, undefined]);
      const clock = await clockOf(ticket, 'resolution');
      expect(clock.promises.map(({ forgotten }) => forgotten)).toEqual([true, false]);
      expect(clock.ledger.at(-1)).toMatchObject({
        type: 'relaxation_confirmed',
        actor: { name: expect.any(String) },
        deadlineAfter: clock.dueAt,
      });
      expect(await decide('rihards', ticket, 'resolution', 'relaxation-confirmation')).toEqual([409, 'sla.not-to-confirm']);
    });

    it('is not confirmed by the lead who made it himself, nor where nothing was relaxed', async () => {
      const ticket = await desk.accepted();
      expect(await decide('rihards', ticket, 'resolution', 'relaxation-confirmation')).toEqual([409, 'sla.not-to-confirm']);
      await desk.act('rihards', ticket, 'priority', { impact: 3, urgency: 3, reason: 'new_information' });
      expect(await decide('rihards', ticket, 'resolution', 'relaxation-confirmation')).toEqual([409, 'sla.not-to-confirm']);
    });
  });

  describe('a breach (DOMAIN 4.3(8))', () => {
    it('is voided by two people for a wrong registration, and counted anew by the right target', async () => {
      const ticket = await late();
      const wrong = { reason: 'wrong_registration', note: 'Bija viens lietotājs.', priority: 4 };
      expect(await decide('elina', ticket, 'response', 'void-requests', wrong)).toEqual([200, undefined]);
      expect(await decide('elina', ticket, 'response', 'void-requests', wrong)).toEqual([409, 'sla.void-requested-already']);
      expect((await clockOf(ticket, 'response')).voidRequest).toMatchObject({ note: wrong.note });
      expect(await decide('elina', ticket, 'response', 'void-confirmation')).toEqual([403, 'tickets.not-allowed']);
      expect(await decide('rihards', ticket, 'response', 'void-confirmation')).toEqual([200, undefined]);
      const clock = await clockOf(ticket, 'response');
      expect(clock).toMatchObject({ state: 'running', outcome: null, targetSeconds: 4 * 3600, voidRequest: null });
      expect(clock.ledger.at(-1)).toMatchObject({ type: 'breach_voided', reason: 'wrong_registration', deadlineAfter: clock.dueAt });
      const events = await slaEvents(ticket);
      expect(events.slice(events.indexOf('sla.void-requested'))).toEqual(
        expect.arrayContaining(['sla.breach-voided', 'sla.clock-withdrawn']),
      );
      expect(events.indexOf('sla.breach-voided')).toBeLessThan(events.indexOf('sla.clock-withdrawn'));
    });

    it('of an answered ticket is met where the right target was kept', async () => {
      const ticket = await late();
      await desk.act('elina', ticket, 'acceptance');
      await decide('elina', ticket, 'response', 'void-requests', { reason: 'wrong_registration', note: 'Bija P5.', priority: 5 });
      await decide('rihards', ticket, 'response', 'void-confirmation');
      expect(await clockOf(ticket, 'response')).toMatchObject({ state: 'stopped', outcome: 'met' });
      expect((await slaEvents(ticket)).slice(-3)).toEqual(['sla.breach-voided', 'sla.clock-withdrawn', 'sla.clock-decided']);
    });

    it('is not voided by one person alone, for another reason, without a request, or where there is none', async () => {
      const ticket = await late();
      expect(await decide('rihards', ticket, 'response', 'void-confirmation')).toEqual([409, 'sla.void-not-requested']);
      expect((await decide('rihards', ticket, 'response', 'void-requests', { reason: 'new_information', note: 'Cits.' }))[0]).toBe(422);
      await decide('rihards', ticket, 'response', 'void-requests', { reason: 'wrong_registration', note: 'Bija P5.', priority: 5 });
      expect(await decide('rihards', ticket, 'response', 'void-confirmation')).toEqual([409, 'sla.void-needs-second-person']);
      expect(await decide('elina', ticket, 'resolution', 'void-requests', { reason: 'wrong_registration', note: 'x' })).toEqual([
        409,
        'sla.not-to-void',
      ]);
    });

    it('stays where the right target is missed too, and where the lead refuses', async () => {
      const ticket = await late();
      const wrong = { reason: 'wrong_registration', note: 'Bija P2.', priority: 2 };
      await decide('elina', ticket, 'response', 'void-requests', wrong);
      expect(await decide('rihards', ticket, 'response', 'void-confirmation')).toEqual([409, 'sla.void-changes-nothing']);
      expect(await decide('rihards', ticket, 'response', 'void-refusal')).toEqual([200, undefined]);
      expect(await clockOf(ticket, 'response')).toMatchObject({ outcome: 'breached', voidRequest: null });
    });
  });

  describe('a pause (DOMAIN 4.3(3))', () => {
    const held = async (): Promise<{ id: string }> => {
      const ticket = await desk.file('elina', {
        impact: 1,
        urgency: 1,
        source: 'phone',
        submittedAt: agoText(40 * MINUTE),
        submittedAtReason: 'Zvans.',
      });
      await desk.act('elina', ticket, 'acceptance');
      return ticket;
    };

    it('that was forgotten is entered by the lead with a reason, and the deadline moves by it', async () => {
      const ticket = await held();
      const before = await clockOf(ticket, 'resolution');
      const pause = { from: agoText(30 * MINUTE), to: agoText(20 * MINUTE), reason: 'Lietotājs neatbildēja uz zvanu.' };
      expect(await decide('elina', ticket, 'resolution', 'pause-correction', pause)).toEqual([403, 'tickets.not-allowed']);
      expect(await decide('rihards', ticket, 'resolution', 'pause-correction', pause)).toEqual([200, undefined]);
      const after = await clockOf(ticket, 'resolution');
      expect(parseInstant(after.dueAt!) - parseInstant(before.dueAt!)).toBe(parseInstant(pause.to) - parseInstant(pause.from));
      expect(after.pauses).toHaveLength(1);
      expect(after.ledger.at(-1)).toMatchObject({
        type: 'pause_corrected',
        reason: pause.reason,
        deadlineBefore: before.dueAt,
        deadlineAfter: after.dueAt,
      });
    });

    it('that lasts is given its true beginning', async () => {
      const ticket = await held();
      await desk.act('elina', ticket, 'hold', { reason: 'awaiting_requester', question: 'Vai strādā?' });
      const [pause] = (await clockOf(ticket, 'resolution')).pauses;
      const from = agoText(10 * MINUTE);
      expect(
        await decide('rihards', ticket, 'resolution', 'pause-correction', { replaces: pause!.from, from, reason: 'Jautāts jau iepriekš.' }),
      ).toEqual([200, undefined]);
      expect((await clockOf(ticket, 'resolution')).pauses.map((p) => [Date.parse(p.from), p.to])).toEqual([[Date.parse(from), null]]);
    });

    it('is left alone once its month is frozen, and where it does not fit', async () => {
      const ticket = await held();
      const correct = (body: object): Promise<[number, string | undefined]> =>
        decide('rihards', ticket, 'resolution', 'pause-correction', { reason: 'x', ...body });
      expect(await correct({ from: agoText(100 * 86_400_000), to: agoText(99 * 86_400_000) })).toEqual([409, 'sla.month-frozen']);
      expect(await correct({ from: agoText(50 * MINUTE), to: agoText(30 * MINUTE) })).toEqual([422, 'sla.pause-impossible']);
      expect(await correct({ replaces: agoText(5 * MINUTE), from: agoText(4 * MINUTE), to: agoText(3 * MINUTE) })).toEqual([
        409,
        'sla.pause-unknown',
      ]);
    });
  });

  it('merging the earlier ticket into the later one is for the group’s lead, with a reason (DOMAIN 4.3(9))', async () => {
    const [earlier, later] = [await desk.file(), await desk.file()];
    const reversed = { reason: 'duplicate', duplicateOfId: later.id };
    expect(await desk.tries('elina', earlier, 'cancellation', reversed)).toEqual([422, 'incidents.duplicate-not-earlier']);
    expect(await desk.tries('rihards', earlier, 'cancellation', reversed)).toEqual([422, 'incidents.reversal-needs-reason']);
    await desk.act('rihards', earlier, 'cancellation', { ...reversed, reversal: 'Saruna notika otrajā.' });
    expect(await clockOf(earlier, 'resolution')).toMatchObject({ state: 'cancelled', outcome: null });
  });
});
