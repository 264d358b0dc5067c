import { describe, expect, it } from '@jest/globals';
import { type Window, WorkingCalendar } from '#calendars';
import { formatInstant, parseInstant } from '#kernel';
import { ApprovalRound } from './approval-round.js';
import type { Approval, Step } from './approval.js';
import type { RoundRequest, StepRequest } from './approval-words.js';

const HOURS: readonly Window[] = [['08:30', '17:00']];
const calendar = new WorkingCalendar({
  ...{ code: 'lv-8x5', nameLv: 'Darba dienas', nameEn: 'Working days', timezone: 'Europe/Riga' },
  weekly: { '1': HOURS, '2': HOURS, '3': HOURS, '4': HOURS, '5': HOURS },
  ...{ exceptions: [], shortenedByMinutes: 0 },
});
const MONDAY = parseInstant('2026-11-23T10:00:00+02:00');
const FRIDAY = parseInstant('2026-11-27T17:00:00+02:00');

const step = (approverIds: string[], more: Partial<StepRequest> = {}): StepRequest => ({
  ...{ position: 1, name: { lv: 'Padome', en: 'Board' }, rule: 'all', approverIds, dueAt: FRIDAY, onExpiry: 'reject' },
  ...more,
});

function ask(steps: StepRequest[], more: Partial<RoundRequest> = {}): ApprovalRound {
  const request: RoundRequest = {
    ...{ ticketId: 't', purpose: 'authorise', contentHash: 'h', title: 'VPN', excluded: ['requester', 'implementer'], steps },
    ...more,
  };
  return ApprovalRound.ask(request, 1, { by: 'manager', at: MONDAY }, calendar);
}

const every = (round: ApprovalRound): Approval[] => round.round.steps.flatMap(({ approvals }) => approvals);
const of = (round: ApprovalRound, person: string): Approval => every(round).find(({ approverId }) => approverId === person)!;
const types = (round: ApprovalRound): string[] => round.events.map(({ type }) => type.replace('approvals.', ''));
const only = (round: ApprovalRound): Step => round.round.steps[0]!;

function says(round: ApprovalRound, person: string, decision: 'approved' | 'rejected' = 'approved', at = MONDAY): void {
  const reason = decision === 'rejected' ? 'Par agru.' : null;
  round.decide({ by: person, at }, { approvalId: of(round, person).id, decision, reason, channel: 'desk' });
}

const passes = (round: ApprovalRound, from: string, toId: string): Approval =>
  round.delegate({ by: from, at: MONDAY }, { approvalId: of(round, from).id, toId, reason: 'Atvaļinājums' });

const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'none';
};

describe('a round of approvals', () => {
  it('is granted when all steps of one position have agreed, in whatever order', () => {
    const round = ask([step(['a', 'b']), step(['c'], { rule: 'any' })]);
    for (const person of ['c', 'b', 'a']) says(round, person);
    expect(round.round.state).toBe('granted');
    expect(types(round)).toEqual(['requested', 'decided', 'decided', 'decided', 'granted']);
  });

  it('opens the next position when those before it have agreed, with a working day for it', () => {
    const round = ask([step(['b'], { position: 2, dueAt: MONDAY }), step(['a'])]);
    expect(refusal(() => says(round, 'b'))).toBe('approvals.not-your-turn');
    says(round, 'a');
    const second = round.round.steps[1]!;
    expect([second.state, formatInstant(second.dueAt)]).toEqual(['open', '2026-11-24T15:00:00.000Z']);
    says(round, 'b');
    expect(round.round.state).toBe('granted');
  });

  it('lets off whoever has not answered when the number is reached', () => {
    const round = ask([step(['a', 'b', 'c'], { rule: 'n_of', needed: 2 })]);
    says(round, 'a');
    says(round, 'c');
    expect(every(round).map(({ state }) => state)).toEqual(['approved', 'cancelled', 'approved']);
  });

  it('is refused with the reason, and nobody need answer any more', () => {
    const round = ask([step(['a', 'b']), step(['c'], { position: 2 })]);
    says(round, 'a', 'rejected');
    expect([round.round.state, round.round.reason]).toEqual(['refused', 'Par agru.']);
    expect(every(round).map(({ state }) => state)).toEqual(['rejected', 'cancelled', 'cancelled']);
    expect(round.events.at(-1)?.payload).toMatchObject({ cause: 'rejected', reason: 'Par agru.' });
  });

  it('asks for a reason of a rejection', () => {
    const round = ask([step(['a'])]);
    const without = { approvalId: of(round, 'a').id, decision: 'rejected', reason: null, channel: 'desk' } as const;
    expect(refusal(() => round.decide({ by: 'a', at: MONDAY }, without))).toBe('approvals.rejection-needs-reason');
  });

  it('takes a word once', () => {
    const round = ask([step(['a', 'b'])]);
    says(round, 'a');
    expect(refusal(() => says(round, 'a', 'rejected'))).toBe('approvals.not-pending');
  });

  it('is void when its subject has changed: nothing can be said any more, what was said stays readable', () => {
    const round = ask([step(['a', 'b'])]);
    says(round, 'a');
    round.void({ by: 'manager', at: MONDAY });
    expect([round.round.state, of(round, 'a').state, of(round, 'b').state]).toEqual(['voided', 'approved', 'cancelled']);
    expect(refusal(() => says(round, 'b'))).toBe('approvals.not-pending');
  });
});

describe('who is excluded', () => {
  it('is left out of a step', () => {
    expect(every(ask([step(['a', 'requester'])])).map(({ approverId }) => approverId)).toEqual(['a']);
  });

  it('makes a step impossible where nobody else is left', () => {
    expect(refusal(() => ask([step(['implementer'], { rule: 'any' })]))).toBe('approvals.not-enough-approvers');
    expect(refusal(() => ask([step(['a', 'implementer'], { rule: 'n_of', needed: 2 })]))).toBe('approvals.not-enough-approvers');
  });

  it('gets no approval by delegation', () => {
    expect(refusal(() => passes(ask([step(['a'])]), 'a', 'requester'))).toBe('approvals.excluded');
  });

  it('gets none by escalation', () => {
    const round = ask([step(['a'], { onExpiry: 'escalate', escalateToIds: ['implementer'] })]);
    round.passTime(only(round).id, FRIDAY);
    expect(round.round.state).toBe('refused');
  });
});

describe('delegation', () => {
  it('gives the place to another, twice at most', () => {
    const round = ask([step(['a', 'b'])]);
    passes(round, 'a', 'x');
    passes(round, 'x', 'y');
    expect(refusal(() => passes(round, 'y', 'z'))).toBe('approvals.chain-too-long');
    says(round, 'y');
    says(round, 'b');
    expect(round.round.state).toBe('granted');
  });

  it('gives nobody two places in a step', () => {
    expect(refusal(() => passes(ask([step(['a', 'b'])]), 'a', 'b'))).toBe('approvals.already-in-step');
  });

  it('takes the word from who passed it on', () => {
    const round = ask([step(['a'])]);
    passes(round, 'a', 'x');
    expect(refusal(() => says(round, 'a'))).toBe('approvals.not-pending');
  });
});

describe('time', () => {
  it('reminds one working day before the due time, once', () => {
    const round = ask([step(['a'])]);
    expect(formatInstant(only(round).remindAt!)).toBe('2026-11-26T15:00:00.000Z');
    expect(round.passTime(only(round).id, parseInstant('2026-11-26T14:59:00Z'))).toBe(false);
    expect(round.passTime(only(round).id, parseInstant('2026-11-26T15:00:00Z'))).toBe(true);
    expect(round.passTime(only(round).id, parseInstant('2026-11-26T15:01:00Z'))).toBe(false);
    expect(types(round)).toEqual(['requested', 'reminded']);
  });

  it('reminds nobody of a step that was asked within that day', () => {
    expect(only(ask([step(['a'], { dueAt: parseInstant('2026-11-23T17:00:00+02:00') })])).remindAt).toBeNull();
  });

  it('refuses a step that nobody has decided, where it says so', () => {
    const round = ask([step(['a'])]);
    expect(refusal(() => says(round, 'a', 'approved', FRIDAY))).toBe('approvals.overdue');
    round.passTime(only(round).id, FRIDAY);
    expect([round.round.state, of(round, 'a').state]).toEqual(['refused', 'expired']);
    expect(types(round)).toEqual(['requested', 'step-expired', 'refused']);
  });

  it('hands a step up where it says so: one of them decides, and a second lapse refuses', () => {
    const up = { onExpiry: 'escalate', escalateToIds: ['m', 'o'] } as const;
    const granted = ask([step(['a', 'b', 'c'], { rule: 'n_of', needed: 2, ...up })]);
    says(granted, 'a');
    granted.passTime(only(granted).id, FRIDAY);
    expect([only(granted).state, formatInstant(only(granted).dueAt)]).toEqual(['open', '2026-11-30T15:00:00.000Z']);
    says(granted, 'm', 'approved', FRIDAY);
    expect(granted.round.state).toBe('granted');

    const lapsed = ask([step(['a'], up)]);
    lapsed.passTime(only(lapsed).id, FRIDAY);
    lapsed.passTime(only(lapsed).id, only(lapsed).dueAt);
    expect(lapsed.round.state).toBe('refused');
  });
});
