/** The title of a test, or the beginning of it, in a spec file. */
export type NamedTest = readonly [file: string, title: string];

/** A rule of DOMAIN section 4 and the tests that would fail if it did not hold. */
export interface Rule {
  readonly rule: string;
  readonly says: string;
  readonly tests: readonly NamedTest[];
}

const fold = 'libs/sla/src/domain/fold-clock.spec.ts';
const edges = 'libs/sla/src/domain/clock-edges.spec.ts';
const walk = 'libs/sla/src/domain/fold-clock.property.spec.ts';
const flight = 'libs/sla/src/domain/mid-flight.property.spec.ts';
const replay = 'libs/sla/src/domain/replay-clocks.spec.ts';
const working = 'libs/calendars/src/domain/working-calendar.spec.ts';
const dst = 'libs/calendars/src/domain/daylight-saving.spec.ts';
const rules = 'test/e2e/sla/rules.spec.ts';
const clocks = 'test/e2e/sla/clocks.spec.ts';
const sweep = 'test/e2e/sla/sweep.spec.ts';
const worker = 'test/e2e/sla/worker.spec.ts';
const lifecycle = 'test/e2e/incidents/lifecycle.spec.ts';
const decisions = 'test/e2e/sla/decisions.spec.ts';
const kinds = 'test/e2e/sla/clock-kinds.spec.ts';
const stay = 'libs/sla/src/domain/follow-stay.spec.ts';
const escalation = 'test/e2e/sla/escalation.spec.ts';
const month = 'test/e2e/kpis/worked-month.spec.ts';
const freeze = 'test/e2e/kpis/freeze.spec.ts';
const agreed = 'test/e2e/kpis/as-agreed.spec.ts';
const account = 'libs/sla/src/domain/clock-account.spec.ts';
const fact = 'libs/kpis/src/domain/clock-fact.spec.ts';
const policies = 'test/e2e/sla/policies.spec.ts';
const whole = 'libs/sla/src/domain/decisions.spec.ts';
const corrected = 'libs/sla/src/domain/correct-calendar.spec.ts';
const replan = 'test/e2e/sla/replan.spec.ts';

/** Which test names which rule. A rule without a test, and a test that is gone, fail the build. */
export const SLA_RULES: readonly Rule[] = [
  {
    rule: '4.1',
    says: 'priority by impact and urgency; the default targets, in hours and minutes, editable',
    tests: [
      ['libs/tickets/src/domain/priority.spec.ts', 'gives the nine priorities of DOMAIN 4.1'],
      [policies, 'is read by whoever works at the Centre: ten targets with the default steps'],
      ['apps/web/src/desk/policies/duration-text.spec.ts', 'reads what it writes'],
    ],
  },
  {
    rule: '4.2',
    says: 'moved and shortened days, working days after an instant, absolute seconds round the clock',
    tests: [
      [working, 'works on Saturday 27 June 2026 in place of Monday 22 June'],
      [working, 'knows the working days of %s and how many of them are an hour shorter'],
      [working, 'n working days after an instant is midnight at the end of the n-th one'],
      [working, 'counts absolute seconds in both nights of daylight saving'],
      [dst, '%s changes by %i minutes twice a year'],
      [working, '2 h asked for on Saturday 20 June 2026 end on Thursday 25 June at 10:30'],
      [dst, 'in Riga, 02:00 to 05:00 holds two hours in spring and four in autumn'],
      ['test/e2e/sla/bugs-of-others.spec.ts', 'several: history was rewritten when a calendar changed'],
    ],
  },
  {
    rule: '4.3(1)',
    says: 'starts at the submission, also outside hours; telephone tickets may be dated back an hour with a reason',
    tests: [
      [fold, 'a response of 2 h to what came on Saturday 20 June'],
      [clocks, 'start in the transaction that files the ticket'],
      [replay, 'a back-dated ticket counts from its submission'],
      ['test/e2e/incidents/reporting.spec.ts', 'takes a call up to an hour back with a reason, from agents only'],
    ],
  },
  {
    rule: '4.3(2)',
    says: 'stops at acceptance, public reply or resolution; met at or before the deadline; the instant is read under the lock',
    tests: [
      [fold, 'a stop exactly at the deadline is met, and a microsecond later it is breached'],
      [edges, 'stopped while paused it is met as long as nothing is overdrawn'],
      [clocks, 'stop at the first public reply of staff, not at an internal note'],
      [sweep, 'and a stop never both win'],
      [worker, 'are breached by the worker alone, strictly after the deadline'],
    ],
  },
  {
    rule: '4.3(3)',
    says: 'only the resolution pauses, for the named reasons, and nobody dates a pause back',
    tests: [
      [rules, 'DOMAIN 4.3(3): a hold for %s leaves the resolution clock as it says'],
      [rules, 'DOMAIN 4.3(3): an agent cannot say that a hold began earlier'],
      [replay, 'pause only for the reasons that the policy names'],
      [decisions, 'that was forgotten is entered by the lead with a reason, and the deadline moves by it'],
      [decisions, 'is left alone once its month is frozen'],
      [whole, 'moves the deadline by what the pause was too short or too long'],
      [whole, 'does not take away a breach that is on record'],
    ],
  },
  {
    rule: '4.3(4)',
    says: 'resumes with the reply, and what remained is due from there',
    tests: [
      [lifecycle, 'asks the requester in public and goes on with his answer'],
      [clocks, 'run, pause, resume, stop and are reopened with the ticket'],
      [walk, 'is due, breached and consumed as the walk says'],
    ],
  },
  {
    rule: '4.3(5)',
    says: 'due at the earliest instant: the end of a day, not the next morning',
    tests: [[working, 'ends at the end of a day, not on the next morning']],
  },
  {
    rule: '4.3(6)',
    says: 'reopened, the time since the resolution is left out, the outcome withdrawn, the next response cycle begins',
    tests: [
      [fold, 'reopened across the end of a month'],
      [replay, 'begin a second response cycle when reopened, and withdraw what was met'],
      ['test/e2e/sla/bugs-of-others.spec.ts', 'GLPI #23359: the time between solution and reopening was counted as pending'],
      ['test/e2e/kpis/from-the-desk.spec.ts', 'take a met clock out when its ticket is reopened'],
    ],
  },
  {
    rule: '4.3(7)',
    says: 'the middle of three, its own calendar, consumption once, thresholds jumped over',
    tests: [
      [fold, 'P3 raised to P1: old Tuesday 16:30, retro 13:00, fresh 20:00, so Monday 20:00'],
      [fold, 'counts the remaining time on the calendar of the date that won, and the consumed time once'],
      [fold, 'a change while paused is computed as if resumed then'],
      [fold, 'a response clock follows a change of priority by the same rule'],
      [fold, 'relaxing after a breach changes neither the outcome nor its instant'],
      [fold, 'a new version of the calendar moves a running clock by the same rule'],
      [fold, 'a conversion carries the promises to the new ticket'],
      [flight, 'takes the middle of the old deadline, the replayed one and the fresh one'],
      [flight, 'raising never postpones, and never breaches at once'],
      [flight, 'relaxing replays honestly'],
      [flight, 'raises the number of the target and of the plan'],
      [sweep, 'tells one notice for the highest threshold that a change of priority jumps over'],
      [stay, 'begins anew within its own stay when the priority changes (DOMAIN 4.3(7), last sentence)'],
      ['libs/sla/src/domain/correct-calendar.spec.ts', 'does nothing to a clock that is breached'],
      ['test/e2e/sla/replan.spec.ts', 'moves a deadline past a holiday that was entered before it'],
      [kinds, 'follow what is agreed for the new one, for the reason agreement_change'],
      [fold, '16 h raised to 8 h on Tuesday at 14:30 stay at Tuesday 16:30'],
      [fold, '8 h relaxed to 40 h on Monday at 12:00 are replayed from the start: Friday 6 March 15:00'],
      [edges, 'restarts or replays instead of taking the middle where a policy says so'],
      [corrected, 'follows a clock that began anew from there'],
      [replan, 'is foreseen while it is a draft: which clocks would move'],
      [policies, 'holds for the next ticket, while open ones keep what they were promised'],
      ['libs/sla/src/domain/clock-audit.property.spec.ts', 'come to the same deadlines and breaches'],
      ['test/e2e/sla/clock-audit.spec.ts', 'are checked through changes of the target too'],
    ],
  },
  {
    rule: '4.3(7a)',
    says: 'promises are remembered until the requester or a second person lets them go',
    tests: [
      [fold, 'P1 lowered to P4 and raised again a second later'],
      [fold, 'P3 lowered to P4 and raised at once to P2'],
      [fold, 'a promise that has passed meanwhile breaches at the change'],
      [fold, 'a relaxation that the requester asked for forgets the stricter promise'],
      [fold, 'a relaxation that a second person confirms forgets it too'],
      [flight, 'is due when it is resumed, and no detour at that instant makes it late'],
      [decisions, 'is confirmed by a group lead who did not make it, and then forgets the stricter promise'],
      [flight, 'there and back again at once gives exactly the deadline that was there'],
      [walk, 'never postpones by raising: a detour through any targets ends no later than the straight way'],
      [account, 'counts relaxations with the time that they gained and who confirmed them'],
      [agreed, 'counts relaxations with the time gained, and who allowed them'],
      [fold, 'a change while paused that brings back a promise long past breaches at once'],
      [fold, 'no detour through a looser target is later than the straight way'],
    ],
  },
  {
    rule: '4.3(8)',
    says: 'a breach stays, unless two people void a wrong registration',
    tests: [
      [fold, 'a breach survives stop and reopening'],
      [flight, 'stays, with its instant, whatever comes after it'],
      [decisions, 'is voided by two people for a wrong registration, and counted anew by the right target'],
      [decisions, 'is not voided by one person alone, for another reason, without a request, or where there is none'],
      [whole, 'counts a running clock from its start by what should have been promised'],
      [whole, 'forgets what was promised wrongly'],
    ],
  },
  {
    rule: '4.3(9)',
    says: 'cancelled or merged, an undecided clock goes; the later ticket is merged into the earlier one',
    tests: [
      [edges, 'cancelled before its deadline it has no outcome; after it, the breach counts'],
      [rules, 'DOMAIN 4.3(9): merged in time its clocks have no outcome'],
      [lifecycle, 'merges the later ticket into the earlier one'],
      [decisions, 'merging the earlier ticket into the later one is for the group’s lead, with a reason (DOMAIN 4.3(9))'],
    ],
  },
  {
    rule: '4.3(10)',
    says: 'statutory clocks run round the clock from the awareness and never pause',
    tests: [
      [stay, 'asks a warning within 24 hours and a notification within 72 of awareness, round the clock'],
      [stay, 'is neither paused by a hold nor stopped by the resolution'],
      [stay, 'asks the final report by the end of the same day of the next month, or of its last day'],
      [kinds, 'run 24 and 72 hours from the awareness, on no policy'],
      [kinds, 'are late at once where the awareness lies further back, and go on whatever becomes of the ticket'],
      [kinds, 'stop when what is asked was sent; the notification begins the month of the final report'],
    ],
  },
  {
    rule: '4.3 golden cases',
    says: 'each of them as it stands there',
    tests: [
      [fold, '16 h opened on Thursday 25 June 2026 at 15:00'],
      [fold, 'paused on Friday from 10:00 to 12:00 it is due on Saturday at 16:00, with 50, 75 and 90 %'],
      [fold, 'paused until 12:30 it is due on Monday 29 June at 09:00'],
      [fold, 'opened on Friday 19 June at 15:00'],
      [fold, 'a response of 2 h to what came on Saturday 20 June'],
      [fold, 'P3 raised to P1'],
      [fold, '16 h raised to 8 h'],
      [fold, '8 h relaxed to 40 h'],
      [fold, '4 h round the clock end at 06:30 in the spring night and at 04:30 in the autumn night'],
      [fold, 'P1 lowered to P4 and raised again a second later is due on Monday at 13:00 again'],
      [fold, 'P3 lowered to P4 and raised at once to P2 is due on Tuesday at 16:30'],
      [fold, 'a telephone ticket dated back 60 minutes is born with thresholds that are already due'],
    ],
  },
  {
    rule: '4.4',
    says: 'the sweep is the truth: once, fenced, in one transaction with what follows; wake-ups only wake it',
    tests: [
      [sweep, 'records what a back-dated ticket was born with, each threshold once, however many sweeps run at once'],
      [sweep, 'has nothing to record while a clock is paused, and never fires a threshold again after it'],
      [sweep, 'and a change of priority never both win'],
      [sweep, 'is run by the watchdog where no job has run it for three seconds'],
      [rules, 'DOMAIN 4.4: one job wakes the sweep for all that is due in a second'],
      [rules, 'DOMAIN 4.4: the sweep runs every second'],
      [rules, 'DOMAIN 4.4: crossings and what they set off are written together, or not at all'],
      [rules, 'DOMAIN 4.4: what an edit or a late entry makes due at once is not late for that'],
      [worker, 'are breached by the worker alone, strictly after the deadline'],
    ],
  },
  {
    rule: '4.5',
    says: 'thresholds widen the circle; the rank rises; who resolves late says why; groups and suppliers have their own time',
    tests: [
      ['libs/notifications/src/domain/plan-notices.spec.ts', 'widens the circle with each threshold'],
      [worker, 'and the ticket rises in its queue'],
      [rules, 'DOMAIN 4.5: who resolves late says why'],
      [escalation, 'follows the default steps: assignee, lead, up in the queue, manager'],
      [escalation, 'does each step once, however often the crossing is delivered'],
      [escalation, 'proposes a major incident, which the lead of the group takes up or turns down'],
      [escalation, 'reminds every half an hour of telling how it stands, and not when that was told meanwhile'],
      [stay, 'runs from the assignment to the group until the work leaves it, and counts the next stay anew'],
      [stay, 'runs from the hold for his sake until that hold ends, once for each hold'],
      [
        'libs/sla/src/domain/policy-warnings.spec.ts',
        'warns where the OLAs of all groups together do not fit into the promise to the customer',
      ],
      ['libs/sla/src/domain/policy-warnings.spec.ts', 'warns where the supplier may take longer than the customer was promised'],
      ['test/e2e/kpis/as-agreed.spec.ts', 'shows which link of the chain used the time'],
      [kinds, 'pause a group’s time as the promise pauses'],
      [kinds, 'count a group’s stay from its acceptance until the work leaves the group'],
    ],
  },
  {
    rule: '4.6',
    says: 'the month by outcome instants, frozen on the fifth working day, restated afterwards',
    tests: [
      [month, 'counts one met of four, lists what does not count'],
      [month, 'is 25.0 % where enough clocks tell the same story eight times'],
      [month, 'stays as it was frozen, and is corrected by a restatement only'],
      ['test/e2e/kpis/more-worked-months.spec.ts', 'May 2025: what is reopened after the freeze stays in its month'],
      ['test/e2e/kpis/more-worked-months.spec.ts', 'July 2025: a breach voided after the freeze is a restatement'],
      ['test/e2e/kpis/more-worked-months.spec.ts', 'October 2025: hours that daylight saving leaves and repeats'],
      [freeze, 'holds what was known at the end of the fifth working day after it'],
      [month, 'opens exactly the clocks that were counted'],
      [freeze, 'writes its figures down, overall and by each dimension'],
      ['libs/sla/src/domain/month-freeze.spec.ts', 'is the end of the fifth working day of the next one'],
      [fact, 'is met in the month in which it stopped'],
      [fact, 'is breached in the month of its deadline, however late it was recorded'],
      [fact, 'is excluded when it was cancelled before its deadline, and counts when it was cancelled after it'],
      [fact, 'is excluded on a test ticket, whatever its outcome'],
      [fact, 'is decided anew when two persons void its breach'],
      [fact, 'is withdrawn by a reopening and counts when it is decided again'],
      [fact, 'keeps its outcome in that month and goes on as the next cycle, marked'],
    ],
  },
];

/** Titles that no spec has, each with the rule that it was to name. `read` gives a file's text; undefined where there is none. */
export function missingTests(table: readonly Rule[], read: (file: string) => string | undefined): string[] {
  return table.flatMap(({ rule, tests }) =>
    tests.length === 0
      ? [`${rule}: no test`]
      : tests.filter(([file, title]) => !titlesOf(read(file) ?? '').includes(title)).map(([file, title]) => `${rule}: ${file}: ${title}`),
  );
}

/** The titles of a spec, one after the other; other text of it does not count. */
function titlesOf(text: string): string {
  return [...text.matchAll(/\b(?:it|test|describe)(?:\.each\([\s\S]*?\])?\)?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g)]
    .map((match) => match[2] ?? '')
    .join('\n');
}
