import { demoId } from '#identity';
import { FreezeMonths, ImportFacts } from '#kpis';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { reactAll, recordedThen, type ReportBody, type RowsBody, tell, TicketStory } from './figure-story.js';
import { layPast, PastTicket } from './past-ticket.js';

const times = <Value>(count: number, of: () => Value[]): Value[] => Array.from({ length: count }, of).flat();
const opened = (at: string): TicketStory => new TicketStory().submitted(at).clock(at, 'started');

/**
 * May 2025, reopened after the freeze. The fifth working day of June is Friday the 6th (2 to 6 June), so May freezes at midnight
 * after it. By hand:
 *   T1 met on 6 May                                                  -> May, met
 *   T2 met on 29 May; reopened on 9 June, after the freeze; met 10 June -> May stays met; June, met, as cycle 2 and marked
 *   T3 met on 28 May; reopened on 3 June, before the freeze; its deadline passed on 4 June -> withdrawn from May; June, breached
 *   T4 deadline on 20 May, resolved 21 May, reopened 10 June          -> May, breached: a breach stays
 * May = T1, T2 of T1, T2, T4 = 2 of 3 = 66.7 %. June = T2 of T2, T3 = 1 of 2.
 */
function may(): TicketStory[] {
  return [
    opened('2025-05-05T09:00+03:00').met('2025-05-06T10:00+03:00'),
    opened('2025-05-27T09:00+03:00')
      .met('2025-05-29T10:00+03:00')
      .clock('2025-06-09T09:00+03:00', 'withdrawn')
      .clock('2025-06-09T09:00+03:00', 'reopened')
      .met('2025-06-10T10:00+03:00'),
    opened('2025-05-27T09:00+03:00')
      .met('2025-05-28T10:00+03:00')
      .clock('2025-06-03T09:00+03:00', 'withdrawn')
      .clock('2025-06-03T09:00+03:00', 'reopened')
      .decided('2025-06-04T12:00:01+03:00', 'breached', '2025-06-04T12:00+03:00'),
    opened('2025-05-16T09:00+03:00')
      .decided('2025-05-20T12:00:01+03:00', 'breached', '2025-05-20T12:00+03:00')
      .clock('2025-05-21T09:00+03:00', 'stopped')
      .clock('2025-06-10T09:00+03:00', 'reopened'),
  ];
}

/**
 * July 2025, voided after the freeze. The fifth working day of August is Thursday the 7th (1 and 4 to 7 August). By hand:
 *   T1 met on 3 July, T2 met on 10 July                               -> July, met
 *   T3 deadline on 14 July, resolved on 15 July                       -> July, breached
 *   T4 deadline on 20 July, resolved on 21 July, voided on 24 July, re-decided: met on 21 July -> July, met: before the freeze it is re-decided
 * July = T1, T2, T4 of all four = 75.0 %. When two persons void T3 after the freeze, it is decided again by its right promise: met
 * on 15 July. Of three such months together: 9 of 12 = 75.0 % is restated to 10 of 12 = 83.3 % when one of the three is voided.
 */
function july(late: TicketStory): TicketStory[] {
  return [
    opened('2025-07-01T09:00+03:00').met('2025-07-03T10:00+03:00'),
    opened('2025-07-08T09:00+03:00').met('2025-07-10T10:00+03:00'),
    late.decided('2025-07-14T12:00:01+03:00', 'breached', '2025-07-14T12:00+03:00').clock('2025-07-15T10:00+03:00', 'stopped'),
    voidedBreach(
      opened('2025-07-17T09:00+03:00')
        .decided('2025-07-20T12:00:01+03:00', 'breached', '2025-07-20T12:00+03:00')
        .clock('2025-07-21T10:00+03:00', 'stopped'),
      '2025-07-24T09:00+03:00',
      '2025-07-21T10:00+03:00',
    ),
  ];
}

function voidedBreach(story: TicketStory, at: string, met: string): TicketStory {
  const people = { requestedBy: demoId('person', 'elina'), confirmedBy: demoId('person', 'rihards') };
  const clockId = String(story.events.find(({ type }) => type === 'sla.clock-started')!.payload['clockId']);
  return story
    .add(at, 'sla.breach-voided', { clockId, kind: 'resolution', cycle: 1, reason: 'Reģistrēts ar aplamu prioritāti.', ...people })
    .clock(at, 'withdrawn')
    .decided(at, 'met', met);
}

/**
 * October 2025, across the end of daylight saving time (Sunday 26 October, 04:00 becomes 03:00), folded by the engine itself. A
 * first priority has 4 h on 24x7, a third one 16 h on LV-8x5. Resolutions by hand:
 *   T1 opened Sun 26 Oct 01:30 summer time; 4 h later it is 04:30 winter time; resolved 04:30:00          -> October, met
 *   T2 the same, resolved a second later                                                                    -> October, breached
 *   T3 opened Fri 31 Oct 20:00; deadline 24:00, the first instant of November; resolved 00:10               -> November, breached
 *   T4 opened Fri 31 Oct 19:59:59; deadline 23:59:59; resolved 01:00                                        -> October, breached
 *   T5 opened 30 Sep 20:30 summer time, resolved 23:59:59 (20:59:59 UTC)                                    -> September, met
 *   T6 the same, resolved 1 Oct 00:00:00 (21:00:00 UTC of 30 September)                                     -> October, met
 *   T7 opened Fri 24 Oct 15:00, third priority: 2 h of Friday, 8.5 h of Monday, 5.5 h of Tuesday -> 14:00; resolved 14:00:00 -> October, met
 *   T8 the same, resolved a second later                                                                    -> October, breached
 * October = T1, T6, T7 of T1, T2, T4, T6, T7, T8 = 3 of 6 = 50.0 %; September 1 of 1; November 0 of 1.
 * Responses, each five minutes after the opening, are met where they fall: T5 and T6 in September, the six others in October.
 */
function october(): PastTicket[] {
  const first = (at: string, soon: string, end: string): PastTicket => new PastTicket(at, { priority: 1 }).accepted(soon).resolved(end);
  const third = (end: string): PastTicket =>
    new PastTicket('2025-10-24T15:00:00+03:00', { priority: 3 }).accepted('2025-10-24T15:05:00+03:00').resolved(end);
  return [
    first('2025-10-26T01:30:00+03:00', '2025-10-26T01:35:00+03:00', '2025-10-26T04:30:00+02:00'),
    first('2025-10-26T01:30:00+03:00', '2025-10-26T01:35:00+03:00', '2025-10-26T04:30:01+02:00'),
    first('2025-10-31T20:00:00+02:00', '2025-10-31T20:05:00+02:00', '2025-11-01T00:10:00+02:00'),
    first('2025-10-31T19:59:59+02:00', '2025-10-31T20:05:00+02:00', '2025-11-01T01:00:00+02:00'),
    first('2025-09-30T20:30:00+03:00', '2025-09-30T20:35:00+03:00', '2025-09-30T23:59:59+03:00'),
    first('2025-09-30T20:30:00+03:00', '2025-09-30T20:35:00+03:00', '2025-10-01T00:00:00+03:00'),
    third('2025-10-28T14:00:00+02:00'),
    third('2025-10-28T14:00:01+02:00'),
  ];
}

describe('more worked months', () => {
  let test: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    // The system was there already: its oldest event is older than the freezes.
    await recordedThen(test, new TicketStory().submitted('2025-01-05T09:00'));
  });

  afterAll(() => test?.close());

  async function report(month: string): Promise<ReportBody> {
    return (await (await cast.signIn('dace')).get<ReportBody>(`/reports/sla-compliance?month=${month}`)).body;
  }

  async function rows(query: string): Promise<RowsBody['items']> {
    return (await (await cast.signIn('dace')).get<RowsBody>(`/reports/sla-compliance/rows?limit=200&${query}`)).body.items;
  }

  it('May 2025: what is reopened after the freeze stays in its month and counts again as the next cycle', async () => {
    await recordedThen(test, ...times(4, may));
    await test.app.get(ImportFacts).execute();
    await test.app.get(FreezeMonths).execute();
    const frozen = await report('2025-05');
    expect(frozen).toMatchObject({ frozen: true, freezeAt: '2025-06-06T21:00:00.000Z' });
    expect(frozen.overall).toMatchObject({ numerator: 8, denominator: 12, value: 66.7, display: 'small' });
    expect((await report('2025-06')).overall).toMatchObject({ numerator: 4, denominator: 8, display: 'counts' });
    // A restatement for another reason takes nothing back.
    const dace = await cast.signIn('dace');
    await dace.post('/kpis/KPI-09/restatements', { month: '2025-05', reason: 'Pārbaude.' });
    const restated = await report('2025-05');
    expect(restated.overall).toMatchObject({ numerator: 8, denominator: 12, value: 66.7 });
    expect(restated.counts).toMatchObject({ reopenedAfterFreeze: 4 });
    expect(await rows('month=2025-05&list=reopened_after_freeze')).toHaveLength(4);
    expect((await rows('month=2025-06&list=met')).map((row) => row.clock)).toEqual(
      times(4, () => [expect.objectContaining({ mark: 'continued', cycle: 2 })]),
    );
  });

  it('July 2025: a breach voided after the freeze is a restatement that names the old figure, the reason and the person', async () => {
    const late = Array.from({ length: 3 }, () => opened('2025-07-10T09:00+03:00'));
    await recordedThen(test, ...late.flatMap(july));
    await test.app.get(ImportFacts).execute();
    await test.app.get(FreezeMonths).execute();
    const frozen = await report('2025-07');
    expect(frozen).toMatchObject({ frozen: true, freezeAt: '2025-08-07T21:00:00.000Z', restatements: [] });
    expect(frozen.overall).toMatchObject({ numerator: 9, denominator: 12, value: 75 });
    expect(frozen.counts).toMatchObject({ voided: 3 });
    const told = late[0]!.events.length;
    voidedBreach(late[0]!, '2025-08-12T09:00+03:00', '2025-07-15T10:00+03:00');
    late[0]!.events.splice(0, told);
    await tell(test, late[0]!);
    await reactAll(test, 2);
    expect((await report('2025-07')).overall).toMatchObject({ numerator: 9, denominator: 12 });
    await reactAll(test, 1, 'kpis.restate-after-void');
    const restated = await report('2025-07');
    expect(restated.overall).toMatchObject({ numerator: 10, denominator: 12, value: 83.3 });
    expect(restated.restatements).toEqual([
      expect.objectContaining({
        number: 2,
        cause: 'void',
        reason: 'Reģistrēts ar aplamu prioritāti.',
        person: expect.stringContaining('Rihards'),
        before: expect.objectContaining({ numerator: 9, denominator: 12, value: 75 }),
        after: expect.objectContaining({ numerator: 10, denominator: 12, value: 83.3 }),
      }),
    ]);
    expect(await rows('month=2025-07&list=breached')).toHaveLength(2);
    expect(await rows('month=2025-07&list=breached&edition=1')).toHaveLength(3);
    expect((await (await cast.signIn('dace')).get('/reports/sla-compliance/rows?month=2025-07&edition=9')).status).toBe(404);
  });

  it('October 2025: hours that daylight saving leaves and repeats, and months that end at midnight in Riga', async () => {
    await layPast(test, ...times(2, october));
    const [september, month, november] = [await report('2025-09'), await report('2025-10'), await report('2025-11')];
    const kinds = ({ byKind }: ReportBody): unknown => Object.fromEntries(byKind.map((row) => [row.key, [row.numerator, row.denominator]]));
    expect(kinds(september)).toEqual({ response: [4, 4], resolution: [2, 2] });
    expect(kinds(month)).toEqual({ response: [12, 12], resolution: [6, 12] });
    expect(kinds(november)).toEqual({ resolution: [0, 2] });
    expect(month.byKind.find((row) => row.key === 'resolution')).toMatchObject({ value: 50, display: 'small' });
    // The first promise was never changed, so both figures are the same.
    expect(month.agreed).toMatchObject({ numerator: 18, denominator: 24, value: 75 });
    expect(month.overall).toMatchObject({ numerator: 18, denominator: 24, value: 75 });
    await test.app.get(FreezeMonths).execute();
    expect(await report('2025-10')).toMatchObject({
      frozen: true,
      freezeAt: '2025-11-07T22:00:00.000Z',
      overall: { numerator: 18, denominator: 24 },
    });
    // From 01:30 summer time to 04:30 winter time a user waits four hours.
    const waited = (await rows('month=2025-10&list=met&by=kind&key=resolution')).map((row) => row.clock?.waitedSeconds);
    expect(waited).toContain(4 * 3600);
  });
});
