import { describe, expect, it } from '@jest/globals';
import { instant } from '#kernel';
import { clockStories } from './clock-story.js';
import type { CaseState, HoldReason, Step, StepEvent } from './imported-case.js';

const weight = { impact: 2, urgency: 2, priority: 3 };
const base = {
  line: 2,
  inserted: false,
  from: null,
  group: null,
  assignee: null,
  fromGroup: null,
  fromAssignee: null,
  hop: false,
  weight,
  fromWeight: weight,
  logState: '',
};
const step = (at: number, event: StepEvent, to: CaseState, hold: HoldReason | null = null, more: Partial<Step> = {}): Step => ({
  ...base,
  at: instant(at),
  event,
  to,
  hold,
  ...more,
});
const told = (steps: Step[]): string[] =>
  clockStories({ steps }).map((s) => `${s.kind} ${s.cycle}: ${s.steps.map((e) => `${e.type}@${e.at}`).join(' ')}`);

describe('the clocks of a case', () => {
  it('pause for the requester only', () => {
    const steps = [
      step(1, 'submit', 'new'),
      step(2, 'accept', 'in_progress'),
      step(3, 'hold', 'on_hold', 'awaiting_requester'),
      step(4, 'update', 'on_hold', 'awaiting_requester'),
    ];
    expect(
      told([...steps, step(5, 'resume', 'in_progress'), step(6, 'hold', 'on_hold', 'awaiting_vendor'), step(7, 'resolve', 'resolved')]),
    ).toEqual(['resolution 1: started@1 paused@3 resumed@5 stopped@7', 'response 1: started@1 stopped@2']);
  });

  it('stop while paused where the resolution comes out of the wait', () => {
    expect(
      told([
        step(1, 'submit', 'new'),
        step(2, 'accept', 'in_progress'),
        step(3, 'hold', 'on_hold', 'awaiting_requester'),
        step(4, 'resolve', 'resolved'),
      ])[0],
    ).toBe('resolution 1: started@1 paused@3 stopped@4');
  });

  it('go on after a reopening, with a new response clock', () => {
    const steps = [
      step(1, 'submit', 'new'),
      step(2, 'accept', 'in_progress'),
      step(3, 'resolve', 'resolved'),
      step(4, 'reopen', 'assigned'),
      step(5, 'accept', 'in_progress'),
    ];
    expect(told([...steps, step(6, 'resolve', 'resolved'), step(7, 'close', 'closed')])).toEqual([
      'resolution 1: started@1 stopped@3 reopened@4 stopped@6',
      'response 1: started@1 stopped@2',
      'response 2: started@4 stopped@5',
    ]);
  });

  it('change their target with the priority, unless the incident is resolved', () => {
    const changed = { weight: { ...weight, priority: 2 } };
    expect(told([step(1, 'submit', 'new'), step(2, 'priority', 'new', null, changed), step(3, 'accept', 'in_progress')])).toEqual([
      'resolution 1: started@1 retargeted@2',
      'response 1: started@1 retargeted@2 stopped@3',
    ]);
    expect(
      told([
        step(1, 'submit', 'new'),
        step(2, 'accept', 'in_progress'),
        step(3, 'resolve', 'resolved'),
        step(4, 'priority', 'resolved', null, changed),
      ])[0],
    ).toBe('resolution 1: started@1 stopped@3');
  });
});
