import { type ClockAudit, differencesIn } from '../../support/check-clock-audit.js';
import { Desk } from '../incidents/desk.js';
import { publishTarget } from './publish-target.js';
import { ReplanStory } from './replan-story.js';

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

  it('are checked through changes of the target too: raised, lowered, given back, begun anew, and under a corrected calendar', async () => {
    await publishTarget(desk, 'ola', { priority: 3, seconds: 3600 });
    await publishTarget(desk, 'ola', { priority: 5, seconds: 7200 });
    const story = new ReplanStory(desk.app);
    const to = async (ticket: { id: string }, impact: number, urgency: number, more: object = {}): Promise<unknown> =>
      desk.act('elina', ticket, 'priority', { impact, urgency, reason: 'new_information', ...more });
    const there = await desk.accepted({ impact: 2, urgency: 2 });
    for (const [impact, urgency] of [
      [3, 3],
      [2, 2],
      [1, 2],
      [3, 3],
    ] as const)
      await to(there, impact, urgency);
    const held = await desk.accepted({ impact: 2, urgency: 2 });
    await desk.act('elina', held, 'hold', { reason: 'awaiting_requester', question: 'Kura karte?' });
    await to(held, 3, 3, { requesterAsked: true });
    const due = (await story.clocks(there.id)).find(({ kind }) => kind === 'resolution')!.due_at!;
    const { runId } = await story.publish(await story.holidayOn(due));
    expect(await story.workOff(runId)).toMatchObject({ state: 'done', result: { failed: 0 } });
    await desk.act('elina', held, 'resumption');
    await to(held, 2, 2);
    for (const ticket of [there, held]) {
      const { body } = await audit('inga', ticket);
      expect(body.clocks.flatMap(({ steps }) => steps).filter(({ type }) => type === 'retargeted').length).toBeGreaterThan(4);
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
