import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '#kernel';
import { EVENTS_ALONE, foldClocks } from './clock-fact.js';
import { FIRST_LINE, History, riga, SECOND_LINE } from './test/history.js';
import { foldTicket } from './ticket-facts.js';

const opened = (at = '2026-03-02T09:00'): History => new History().submitted(at).clock(at, 'started');
const fold = (history: History): ReturnType<typeof foldClocks>[number] => foldClocks(history.events)[0]!;

describe('what counts of a clock', () => {
  it('is met in the month in which it stopped', () => {
    const fact = fold(opened().decided('2026-03-05T10:00', 'met'));
    expect(fact).toMatchObject({ outcome: 'met', month: '2026-03', state: 'stopped', exclusion: null, priority: 3, groupId: FIRST_LINE });
  });

  it('is breached in the month of its deadline, however late it was recorded', () => {
    const fact = fold(opened().decided('2026-04-01T00:00:03+03:00', 'breached', '2026-03-31T23:59:59+03:00'));
    expect(fact).toMatchObject({ outcome: 'breached', month: '2026-03', state: 'running' });
    expect(fact.outcomeAt).toBe(parseInstant('2026-03-31T23:59:59+03:00'));
  });

  it('is nothing while it is undecided', () => {
    expect(fold(opened())).toMatchObject({ outcome: null, month: null, exclusion: null });
  });

  it('is excluded when it was cancelled before its deadline, and counts when it was cancelled after it', () => {
    expect(fold(opened().clock('2026-03-05T10:00', 'cancelled'))).toMatchObject({
      month: '2026-03',
      exclusion: 'cancelled',
      outcome: null,
    });
    const late = opened().decided('2026-03-20T10:00', 'breached').clock('2026-03-21T10:00', 'cancelled');
    expect(fold(late)).toMatchObject({ month: '2026-03', exclusion: null, outcome: 'breached', state: 'cancelled' });
  });

  it('is excluded on a test ticket, whatever its outcome', () => {
    const test = opened().decided('2026-03-20T10:00', 'breached').add('2026-03-21T10:00', 'incidents.cancelled', { reason: 'test' });
    expect(fold(test)).toMatchObject({ month: '2026-03', exclusion: 'test' });
    const withdrawn = opened()
      .decided('2026-03-20T10:00', 'breached')
      .add('2026-03-21T10:00', 'incidents.cancelled', { reason: 'invalid' });
    expect(fold(withdrawn)).toMatchObject({ exclusion: null });
  });

  it('is listed as merged where the ticket was cancelled as a duplicate before the deadline', () => {
    const merged = opened().clock('2026-03-05T10:00', 'cancelled').add('2026-03-05T10:00', 'incidents.cancelled', { reason: 'duplicate' });
    expect(fold(merged)).toMatchObject({ month: '2026-03', exclusion: 'merged', agreedOutcome: null });
  });

  it('counts as any other once the merge is taken back', () => {
    const merged = opened()
      .clock('2026-03-05T10:00', 'cancelled')
      .add('2026-03-05T10:00', 'incidents.cancelled', { reason: 'duplicate' })
      .clock('2026-03-05T12:00', 'reopened')
      .add('2026-03-05T12:00', 'incidents.unmerged', { reason: 'another printer' });
    expect(fold(merged)).toMatchObject({ month: null, exclusion: null, state: 'running' });
    expect(fold(merged.decided('2026-03-06T09:00', 'met'))).toMatchObject({ month: '2026-03', exclusion: null, outcome: 'met' });
  });

  it('is of any kind, and of an OLA clock the group is the one whose stay it measures', () => {
    const ola = new History()
      .submitted('2026-03-02T09:00')
      .clock('2026-03-02T09:00', 'started', { kind: 'ola', partyId: SECOND_LINE })
      .decided('2026-03-03T09:00', 'met', '2026-03-03T09:00', { kind: 'ola', partyId: SECOND_LINE });
    expect(fold(ola)).toMatchObject({ kind: 'ola', groupId: SECOND_LINE, outcome: 'met' });
  });

  it('is decided anew when two persons void its breach, and stays stopped meanwhile', () => {
    const voided = opened()
      .decided('2026-03-10T12:00:01', 'breached', '2026-03-10T12:00')
      .clock('2026-03-12T09:00', 'stopped')
      .add('2026-03-16T09:00', 'sla.breach-voided', { clockId: 'clock', kind: 'resolution', reason: 'wrong_registration' })
      .clock('2026-03-16T09:00', 'withdrawn');
    expect(fold(voided)).toMatchObject({ outcome: null, month: null, state: 'stopped', voids: 1 });
    expect(fold(voided.decided('2026-03-16T09:00', 'met', '2026-03-12T09:00'))).toMatchObject({
      outcome: 'met',
      month: '2026-03',
      voids: 1,
    });
  });

  it('is withdrawn by a reopening and counts when it is decided again', () => {
    const reopened = opened('2026-03-30T09:00')
      .clock('2026-03-30T12:00', 'stopped')
      .decided('2026-03-30T12:00', 'met')
      .clock('2026-04-01T09:00+03:00', 'reopened')
      .clock('2026-04-01T09:00+03:00', 'withdrawn');
    expect(fold(reopened)).toMatchObject({ outcome: null, month: null, state: 'running' });
    expect(fold(reopened.decided('2026-04-07T10:00+03:00', 'met'))).toMatchObject({ outcome: 'met', month: '2026-04' });
  });

  it('stands still between a pause and what ends it', () => {
    const paused = opened().clock('2026-03-03T10:00', 'paused');
    expect(fold(paused)).toMatchObject({ state: 'paused', pauses: [[riga('2026-03-03T10:00'), null, null, FIRST_LINE, 0, false]] });
    const resumed = paused.clock('2026-03-04T10:00', 'resumed');
    const ended = [riga('2026-03-03T10:00'), riga('2026-03-04T10:00'), null, FIRST_LINE, 0, false];
    expect(fold(resumed)).toMatchObject({ state: 'running', pauses: [ended] });
  });

  it('belongs to the group and the priority of the outcome instant, not to those of its recording', () => {
    const fact = fold(
      opened()
        .add('2026-03-10T10:00', 'incidents.assigned', { groupId: SECOND_LINE })
        .add('2026-03-10T10:00', 'incidents.priority-changed', { to: { priority: 4 } })
        .decided('2026-03-10T10:05', 'breached', '2026-03-10T09:30', { groupId: SECOND_LINE, priority: 4 }),
    );
    expect(fact).toMatchObject({ groupId: FIRST_LINE, priority: 3 });
  });
});

describe('facts as they were known at the freeze', () => {
  it('do not know what was recorded after it', () => {
    const history = opened('2026-03-30T09:00').decided('2026-03-30T12:00', 'met').clock('2026-04-10T09:00+03:00', 'withdrawn');
    const freeze = parseInstant('2026-04-10T00:00:00+03:00');
    expect(foldTicket(history.events, { ...EVENTS_ALONE, until: freeze }).clocks[0]).toMatchObject({ outcome: 'met', month: '2026-03' });
    expect(foldTicket(history.events).clocks[0]).toMatchObject({ outcome: null, month: null });
  });
});

describe('a clock that was reopened after the freeze of its month', () => {
  const context = { ...EVENTS_ALONE, freezeAt: () => parseInstant('2026-04-10T00:00:00+03:00') };
  const met = (): History => opened('2026-03-30T09:00').clock('2026-03-30T12:00', 'stopped').decided('2026-03-30T12:00', 'met');
  const reopened = (at: string): History => met().clock(at, 'withdrawn').clock(at, 'reopened');

  it('keeps its outcome in that month and goes on as the next cycle, marked', () => {
    const facts = foldClocks(reopened('2026-04-13T09:00+03:00').decided('2026-04-14T10:00+03:00', 'breached').events, context);
    expect(facts).toEqual([
      expect.objectContaining({
        clockId: 'clock',
        cycle: 1,
        outcome: 'met',
        month: '2026-03',
        state: 'stopped',
        mark: 'reopened_after_freeze',
      }),
      expect.objectContaining({ cycle: 2, outcome: 'breached', month: '2026-04', state: 'running', mark: 'continued' }),
    ]);
    expect(facts[1]!.clockId).not.toBe('clock');
  });

  it('is simply withdrawn up to the last microsecond before the freeze', () => {
    const facts = foldClocks(reopened('2026-04-09T23:59:59.999999+03:00').events, context);
    expect(facts).toEqual([expect.objectContaining({ clockId: 'clock', cycle: 1, outcome: null, mark: null })]);
    expect(foldClocks(reopened('2026-04-10T00:00+03:00').events, context)).toHaveLength(2);
  });
});
