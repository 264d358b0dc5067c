import { CalendarBook } from '#calendars';
import { DueIncidents } from '#incidents';
import type { Instant } from '#kernel';
import { Desk } from './desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});

afterAll(() => desk?.close());

const passTime = (column: string, id: string): Promise<unknown[]> =>
  desk.sql(`update incidents.incident set ${column} = now() - interval '1 second' where ticket_id = $1`, [id]);

describe('what time does to incidents', () => {
  it('closes a resolved one after five working days and not before', async () => {
    const resolved = await desk.resolved();
    const due = desk.app.app.get(DueIncidents);
    await due.run();
    expect((await desk.read('ilze', resolved)).state).toBe('resolved');
    await passTime('closes_at', resolved.id);
    await due.run();
    expect(await desk.read('ilze', resolved)).toMatchObject({ state: 'closed', abilities: { reopen: false } });
    expect((await desk.eventRows(resolved)).at(-1)).toEqual({ type: 'incidents.closed', payload: { cause: 'timeout' } });
    expect(await due.run()).toBe(0);
  });

  it('resumes a held one at its date', async () => {
    const held = await desk.act('elina', await desk.accepted(), 'hold', { reason: 'awaiting_vendor', until: '2099-01-05T08:00:00Z' });
    await passTime('hold_until', held.id);
    await desk.app.app.get(DueIncidents).run();
    expect((await desk.read('elina', held)).state).toBe('in_progress');
    expect((await desk.eventRows(held)).at(-1)).toEqual({ type: 'incidents.resumed', payload: { cause: 'date' } });
  });

  it('resolves one whose requester has not answered for ten working days', async () => {
    const held = await desk.act('elina', await desk.accepted(), 'hold', { reason: 'awaiting_requester', question: 'Kurš?' });
    await passTime('answer_due_at', held.id);
    await desk.app.app.get(DueIncidents).run();
    expect(await desk.read('ilze', held)).toMatchObject({
      state: 'resolved',
      resolution: { code: 'no_answer' },
      abilities: { reopen: true, confirm: true },
    });
  });

  it('reminds the requester of a question three times before that, each time once', async () => {
    const held = await desk.act('elina', await desk.accepted(), 'hold', { reason: 'awaiting_requester', question: 'Kurš?' });
    const due = desk.app.app.get(DueIncidents);
    for (let reminder = 0; reminder < 4; reminder += 1) {
      await desk.sql(
        `update incidents.incident set reminder_due_at = now() - interval '1 second' where ticket_id = $1 and reminder_due_at is not null`,
        [held.id],
      );
      await due.run();
      await due.run();
    }
    const told = (await desk.eventRows(held)).filter(({ type }) => type === 'incidents.answer-awaited');
    expect(told.map(({ payload }) => payload['reminder'])).toEqual([1, 2, 3]);
    expect((await desk.read('elina', held)).state).toBe('on_hold');
  });

  it('reminds at the end of the second, fifth and eighth working day, and waits for the tenth', async () => {
    const held = await desk.act('elina', await desk.accepted(), 'hold', { reason: 'awaiting_requester', question: 'Kurš?' });
    const calendar = await desk.app.app.get(CalendarBook).byCode('lv-8x5');
    const dues = async (): Promise<{ since: Instant; reminder: Instant | null; answer: Instant }> =>
      (
        await desk.sql<{ since: Instant; reminder: Instant | null; answer: Instant }>(
          `select hold_since as since, reminder_due_at as reminder, answer_due_at as answer from incidents.incident where ticket_id = $1`,
          [held.id],
        )
      )[0]!;
    const asked = await dues();
    expect(asked.answer).toBe(calendar.workingDaysAfter(asked.since, 10));
    const reminded = [asked.reminder];
    for (let reminder = 0; reminder < 3; reminder += 1) {
      await passTime('reminder_due_at', held.id);
      await desk.app.app.get(DueIncidents).run();
      reminded.push((await dues()).reminder);
    }
    expect(reminded).toEqual([2, 5, 8].map((days): Instant | null => calendar.workingDaysAfter(asked.since, days)).concat(null));
  });

  it('asks nobody who has answered, and resumes nothing that waits for somebody else', async () => {
    const held = await desk.act('elina', await desk.accepted(), 'hold', { reason: 'awaiting_requester', question: 'Kurš?' });
    await (await desk.as('ilze')).post(`/tickets/${held.id}/comments`, { body: 'Otrais.', visibility: 'public' });
    const [row] = await desk.sql<{ due: number }>(
      `select count(*) as due from incidents.incident where ticket_id = $1 and (reminder_due_at is not null or answer_due_at is not null)`,
      [held.id],
    );
    expect(Number(row?.due)).toBe(0);
  });

  it('gives the day to the end of the fifth working day', async () => {
    const { reopenUntil } = await desk.resolved();
    // 24:00 in Riga is 21:00 or 22:00 in UTC.
    expect(reopenUntil).toMatch(/T2[12]:00:00\.000Z$/);
  });
});
