import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '#kernel';
import type { ApprovalState, StepState } from './approval-words.js';
import { approvalLinkState } from './approval-link.js';

const DUE = parseInstant('2026-11-27T15:00:00Z');
const BEFORE = parseInstant('2026-11-27T14:59:59Z');
const link = (state: ApprovalState, step: StepState = 'open', spent = false) => ({
  state,
  step: { state: step, dueAt: DUE },
  spentAt: spent ? BEFORE : null,
});

describe('the link of a mail', () => {
  it('is open while its approval waits', () => {
    expect(approvalLinkState(link('pending'), BEFORE)).toBe('open');
  });

  it('is used by a decision, wherever it was given', () => {
    expect(approvalLinkState(link('approved'), BEFORE)).toBe('used');
    expect(approvalLinkState(link('rejected', 'refused'), DUE)).toBe('used');
  });

  it.each<[ApprovalState, StepState, boolean]>([
    ['delegated', 'open', false],
    ['cancelled', 'approved', false],
    ['expired', 'refused', false],
    ['pending', 'waiting', false],
    ['pending', 'open', true],
  ])('is worth nothing where the approval is %s in a step that is %s (spent: %s)', (state, step, spent) => {
    expect(approvalLinkState(link(state, step, spent), BEFORE)).toBe('expired');
  });

  it('ends with the due time of its step', () => {
    expect(approvalLinkState(link('pending'), DUE)).toBe('expired');
  });
});
