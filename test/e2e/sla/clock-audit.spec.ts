import { type ClockAudit, differencesIn } from '../../support/check-clock-audit.js';
import { Desk } from '../incidents/desk.js';

const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();
const MINUTE = 60_000;

describe('the clocks of a ticket as data', () => {
  let desk: Desk;
  const audit = async (login: string, ticket: { id: string }): Promise<{ status: number; body: ClockAudit }> =>
    (await desk.as(login)).get<ClockAudit>(`/tickets/${ticket.id}/clock-audit`);

  beforeAll(async () => {
    desk = await Desk.open();
  });

  afterAll(() => desk.close());

  /** Paused, corrected, resumed, resolved and reopened. */
  const told = async (): Promise<{ id: string }> => {
    const ticket = await desk.file('elina', {
      impact: 1,
      urgency: 1,
      source: 'phone',
      submittedAt: ago(40 * MINUTE),
      submittedAtReason: 'Zvans.',
    });
    await desk.act('elina', ticket, 'acceptance');
    await desk.act('elina', ticket, 'hold', { reason: 'awaiting_requester', question: 'Vai strādā?' });
    const lead = await desk.as('rihards');
    const { body } = await lead.get<{ items: { id: string; kind: string; pauses: { from: string }[] }[] }>(`/tickets/${ticket.id}/clocks`);
    const clock = body.items.find(({ kind }) => kind === 'resolution')!;
    const path = `/tickets/${ticket.id}/clocks/${clock.id}/pause-correction`;
    await lead.post(path, { replaces: clock.pauses[0]!.from, from: ago(10 * MINUTE), reason: 'Jautāts jau iepriekš.' });
    await desk.act('elina', ticket, 'resumption');
    await desk.act('elina', ticket, 'resolution', { code: 'fixed', text: 'Strādā.' });
    await desk.act('elina', ticket, 'reopening', { reason: 'Tomēr nestrādā.' });
    return ticket;
  };

  it('give an independent program all that it needs to find the same deadlines', async () => {
    for (const ticket of [await told(), await desk.accepted(), await desk.file('ilze', { impact: 3, urgency: 3 })]) {
      const { body } = await audit('inga', ticket);
      expect(body.clocks.length).toBeGreaterThan(1);
      expect(differencesIn(body)).toEqual([]);
    }
  });

  it('are found out where somebody changed them', async () => {
    const { body } = await audit('inga', await told());
    const [first, ...clocks] = body.clocks;
    const steps = first!.steps.map((step, index) => (index === 0 ? { ...step, seconds: step.seconds! + 60 } : step));
    expect(differencesIn({ ...body, clocks: [{ ...first!, steps }, ...clocks] })).not.toEqual([]);
  });

  it('are for staff alone', async () => {
    const ticket = await desk.file();
    expect((await audit('ilze', ticket)).status).toBe(403);
    expect((await audit('janis', ticket)).status).toBe(404);
  });
});
