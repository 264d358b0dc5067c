import { describe, expect, it } from '@jest/globals';
import { conformanceOf, type TraceEvent } from './trace-conformance.js';
import { TRACE_READINGS } from './trace-readings.js';

type Told = string | readonly [string, TraceEvent['payload']];

const judge = (lifecycle: 'incident' | 'change', ...told: Told[]) =>
  conformanceOf(
    told.map((one) => {
      const [name, payload] = typeof one === 'string' ? [one, {}] : one;
      return { type: name.includes('.') ? name : `${lifecycle}s.${name}`, payload };
    }),
    TRACE_READINGS[lifecycle],
  );

describe('An incident conforms', () => {
  it('where each step is an arrow and it ends in a final state', () => {
    const hold: Told = ['put-on-hold', { reason: 'awaiting_vendor' }];
    expect(
      judge('incident', 'submitted', 'accepted', hold, 'resumed', 'resolved', 'reopened', 'accepted', 'resolved', 'confirmed', 'closed'),
    ).toEqual({
      steps: 9,
      allowed: 9,
      deviations: [],
    });
    expect(judge('incident', 'submitted', 'cancelled').deviations).toEqual([]);
  });

  it('not where a step was left out, each one named', () => {
    expect(judge('incident', 'submitted', 'resolved', 'closed')).toEqual({
      steps: 3,
      allowed: 2,
      deviations: [{ kind: 'step', from: 'new', to: 'resolved' }],
    });
    expect(judge('incident', 'accepted', 'resolved', 'closed').deviations).toEqual([{ kind: 'step', from: null, to: 'in_progress' }]);
  });

  it('not where it ends in the middle, or was held without a reason', () => {
    expect(judge('incident', 'submitted', 'accepted').deviations).toEqual([{ kind: 'unfinished', at: 'in_progress' }]);
    expect(judge('incident', 'submitted', 'accepted', 'put-on-hold', 'resolved', 'closed').deviations).toEqual([
      { kind: 'rule', rule: 'hold_has_reason' },
    ]);
    expect(judge('incident').deviations).toEqual([{ kind: 'unfinished', at: null }]);
  });
});

describe('A change conforms', () => {
  const drafted = (kind: string): Told => ['drafted', { kind }];
  const scored = (score: number): Told => ['risk-scored', { score }];
  const finished = (outcome: string): Told => ['finished', { outcome }];
  const normal = (...rest: Told[]): Told[] => [drafted('normal'), 'submitted', scored(4), 'authorisation-requested', 'authorised', ...rest];

  it('where it was approved before the work and reviewed where that is required', () => {
    expect(judge('change', ...normal('started', finished('successful'), 'closed')).deviations).toEqual([]);
    expect(judge('change', ...normal('started', finished('failed'), 'reviewed', 'closed')).deviations).toEqual([]);
    expect(judge('change', drafted('standard'), 'scheduled', 'started', finished('successful'), 'closed').deviations).toEqual([]);
    expect(judge('change', drafted('emergency'), 'consent-recorded', 'started', finished('successful'), 'reviewed', 'closed').steps).toBe(
      4,
    );
  });

  it('not where the review is missing after a failure, an emergency or a high risk', () => {
    const missing = [{ kind: 'rule', rule: 'reviewed_where_required' }];
    expect(judge('change', ...normal('started', finished('failed'), 'closed')).deviations).toEqual(missing);
    expect(
      judge(
        'change',
        drafted('normal'),
        'submitted',
        scored(6),
        'authorisation-requested',
        'authorised',
        'started',
        finished('successful'),
        'closed',
      ).deviations,
    ).toEqual(missing);
  });

  it('not where the work began without authority', () => {
    const found = judge(
      'change',
      drafted('normal'),
      'submitted',
      'authorisation-requested',
      'started',
      finished('successful'),
      'closed',
    ).deviations;
    expect(found).toEqual([
      { kind: 'step', from: 'awaiting_authorisation', to: 'implementing' },
      { kind: 'rule', rule: 'approved_before_work' },
    ]);
  });

  it('awaits authority anew where it was moved outside what was approved', () => {
    const moved = (outside: boolean): Told => ['rescheduled', { outside }];
    expect(judge('change', ...normal(moved(false), 'started', finished('successful'), 'closed')).deviations).toEqual([]);
    expect(judge('change', ...normal(moved(true), 'authorised', 'started', finished('successful'), 'closed')).deviations).toEqual([]);
    expect(judge('change', ...normal(moved(true), 'started', finished('successful'), 'closed')).deviations).toContainEqual({
      ...{ kind: 'step', from: 'awaiting_authorisation', to: 'implementing' },
    });
  });
});
