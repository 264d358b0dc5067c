import { describe, expect, it } from '@jest/globals';
import { formatInstant } from '#kernel';
import { foldCase } from './fold-case.js';
import type { ImportedCase } from './imported-case.js';
import { COLUMNS, type LogRow, readRow, RowError } from './log-row.js';

type Fields = Partial<Record<(typeof COLUMNS)[number], string>>;

const DEFAULTS: Fields = {
  number: 'CASE-1',
  incident_state: 'New',
  reassignment_count: '0',
  reopen_count: '0',
  sys_mod_count: '0',
  made_sla: 'true',
  opened_at: '3/3/2025 09:00',
  sys_updated_at: '3/3/2025 09:00',
  impact: '2 - Medium',
  urgency: '2 - Medium',
  priority: '3 - Moderate',
  assignment_group: 'North',
};

const record = (fields: Fields): string[] => COLUMNS.map((column) => ({ ...DEFAULTS, ...fields })[column] ?? '?');
const row = (line: number, time: string, state: string, more: Fields = {}): LogRow =>
  readRow(record({ incident_state: state, sys_updated_at: `3/3/2025 ${time}`, ...more }), line);
const story = (c: ImportedCase): string[] =>
  c.steps.map((s) => `${formatInstant(s.at).slice(11, 16)} ${s.inserted ? '+' : ''}${s.event} ${s.to}`);

describe('reading a row', () => {
  it('reads unpadded days and months as UTC', () => {
    expect(formatInstant(readRow(record({ sys_updated_at: '29/2/2016 01:16' }), 2).at)).toBe('2016-02-29T01:16:00.000Z');
  });

  it.each<[Fields, string]>([
    [{ sys_updated_at: '31/2/2016 01:16' }, 'sys_updated_at'],
    [{ incident_state: 'Sleeping' }, 'incident_state'],
    [{ reassignment_count: 'x' }, 'reassignment_count'],
    [{ priority: 'high' }, 'priority'],
    [{ made_sla: '?' }, 'made_sla'],
  ])('names the line and the column of %j', (fields, column) => {
    expect(() => readRow(record(fields), 17)).toThrow(new RowError(17, column as 'columns', String(Object.values(fields)[0])));
  });

  it('refuses a row with a column too few', () => {
    expect(() => readRow(record({}).slice(1), 3)).toThrow('line 3: columns: 35');
  });
});

describe('folding a case', () => {
  it('takes a plain case as it is', () => {
    const folded = foldCase([row(2, '09:00', 'New'), row(3, '09:10', 'Active'), row(4, '10:00', 'Resolved'), row(5, '11:00', 'Closed')]);
    expect(story(folded)).toEqual(['09:00 submit new', '09:10 accept in_progress', '10:00 resolve resolved', '11:00 close closed']);
  });

  it('inserts what a case that begins resolved must have gone through', () => {
    const folded = foldCase([row(2, '09:30', 'Resolved'), row(3, '11:00', 'Closed')]);
    expect(story(folded)).toEqual(['09:00 +submit new', '09:30 +accept in_progress', '09:30 resolve resolved', '11:00 close closed']);
  });

  it('inserts acceptance and resolution into a case that jumps from New to Closed', () => {
    const folded = foldCase([row(2, '09:00', 'New'), row(3, '11:00', 'Closed')]);
    expect(story(folded)).toEqual(['09:00 submit new', '11:00 +accept in_progress', '11:00 +resolve resolved', '11:00 close closed']);
  });

  it('leaves and enters the hold when the log goes from one wait to another', () => {
    const folded = foldCase([
      row(2, '09:00', 'Active'),
      row(3, '09:20', 'Awaiting User Info'),
      row(4, '09:40', 'Awaiting Vendor'),
      row(5, '10:00', 'Resolved'),
    ]);
    expect(story(folded).slice(2)).toEqual([
      '09:20 hold on_hold',
      '09:40 +resume in_progress',
      '09:40 hold on_hold',
      '10:00 resolve resolved',
    ]);
    expect(folded.steps.filter((s) => s.event === 'hold').map((s) => s.hold)).toEqual(['awaiting_requester', 'awaiting_vendor']);
  });

  it('accepts again, inserted, after a change of group in work', () => {
    const folded = foldCase([row(2, '09:00', 'Active'), row(3, '09:20', 'Active', { reassignment_count: '1', assignment_group: 'South' })]);
    expect(story(folded).slice(2)).toEqual(['09:20 reassign assigned', '09:20 +accept in_progress']);
    expect(folded.final).toMatchObject({ group: 'South', hops: 1, state: 'in_progress' });
  });

  it('reopens a resolved case, and one that the log had closed, without leaving the lifecycle', () => {
    const folded = foldCase([
      row(2, '09:00', 'Active'),
      row(3, '09:20', 'Resolved'),
      row(4, '09:30', 'Closed'),
      row(5, '10:00', 'Active'),
      row(6, '11:00', 'Resolved'),
      row(7, '12:00', 'Closed'),
    ]);
    expect(story(folded).slice(2)).toEqual([
      '09:20 resolve resolved',
      '09:30 update resolved',
      '10:00 reopen assigned',
      '10:00 +accept in_progress',
      '11:00 resolve resolved',
      '12:00 close closed',
    ]);
    expect(folded.final.reopens).toBe(1);
    expect(folded.leftAside.closingsUndone).toBe(1);
  });

  it('counts the nameless state and a New that comes too late, and keeps their rows in the history', () => {
    const folded = foldCase([row(2, '09:00', 'Active'), row(3, '09:20', '-100'), row(4, '09:30', 'New')]);
    expect(folded.leftAside).toMatchObject({ unknownState: 1, lateNew: 1 });
    expect(story(folded).slice(2)).toEqual(['09:20 update in_progress', '09:30 update in_progress']);
  });

  it('keeps the priority as recorded and each change of it', () => {
    const folded = foldCase([row(2, '09:00', 'New'), row(3, '09:20', 'New', { impact: '1 - High', priority: '2 - High' })]);
    expect(story(folded)).toEqual(['09:00 submit new', '09:20 priority new']);
    expect(folded.final.weight).toEqual({ impact: 1, urgency: 2, priority: 2 });
  });

  it('sorts rows by their instant, those of one minute as they stand', () => {
    const folded = foldCase([row(2, '09:40', 'Active'), row(3, '09:10', 'New'), row(4, '09:40', 'Resolved')]);
    expect(story(folded)).toEqual(['09:00 submit new', '09:10 update new', '09:40 accept in_progress', '09:40 resolve resolved']);
  });
});
