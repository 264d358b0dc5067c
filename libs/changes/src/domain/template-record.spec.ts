import { describe, expect, it } from '@jest/globals';
import type { ChangeOutcome } from './change-words.js';
import { failuresOf, recordOf } from './template-record.js';

const ended = (outcome: ChangeOutcome, causedIncident = false): { outcome: ChangeOutcome; causedIncident: boolean } => ({
  outcome,
  causedIncident,
});

describe('What has become of the changes from a template', () => {
  it('counts as a success only what went well and caused no incident', () => {
    const changes = [
      ended('successful'),
      ended('successful', true),
      ended('with_issues'),
      ended('rolled_back'),
      ended('failed', true),
      ended('successful'),
    ];
    expect(recordOf(changes)).toEqual({ finished: 6, successful: 2, withIssues: 1, failed: 2, causedIncident: 1 });
  });

  it('passes the limit with as many failures as it names, among the last ten', () => {
    const good = Array.from({ length: 9 }, (): ChangeOutcome => 'successful');
    expect(failuresOf(['failed', ...good], 2)).toEqual({ failures: 1, of: 10, passed: false });
    expect(failuresOf(['failed', 'rolled_back', ...good], 2)).toEqual({ failures: 2, of: 10, passed: true });
    expect(failuresOf(['failed', ...good, 'failed'], 2)).toEqual({ failures: 1, of: 10, passed: false });
    expect(failuresOf(['with_issues', 'with_issues', 'with_issues'], 2).passed).toBe(false);
    expect(failuresOf(['failed'], 1).passed).toBe(true);
  });
});
