import { describe, expect, it } from '@jest/globals';
import { type CalendarDefinition, WorkingCalendar } from '#calendars';
import { compareSla, type ComparedCase } from './compare-sla.js';
import { foldCase } from './fold-case.js';
import { COLUMNS, readRow } from './log-row.js';

const days = ['1', '2', '3', '4', '5'] as const;
const definition = (code: string, weekly: CalendarDefinition['weekly']): CalendarDefinition => ({
  code,
  nameLv: code,
  nameEn: code,
  timezone: 'Europe/Riga',
  weekly,
  exceptions: [],
  shortenedByMinutes: 60,
});
const office = new WorkingCalendar(definition('office', Object.fromEntries(days.map((d) => [d, [['08:30', '17:00']]]))));
const continuous = new WorkingCalendar(
  definition('always', Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((d) => [d, [['00:00', '24:00']]]))),
);

const row = (line: number, time: string, state: string, madeSla: boolean) => {
  const fields: Record<string, string> = {
    number: 'CASE-1',
    incident_state: state,
    reassignment_count: '0',
    reopen_count: '0',
    sys_mod_count: '0',
    made_sla: String(madeSla),
    opened_at: '3/3/2025 07:00',
    sys_updated_at: `3/3/2025 ${time}`,
    impact: '2 - Medium',
    urgency: '2 - Medium',
    priority: '3 - Moderate',
  };
  return readRow(
    COLUMNS.map((column) => fields[column] ?? '?'),
    line,
  );
};

const compared = (rows: ReturnType<typeof row>[], met: boolean, hours: number): ComparedCase => ({
  folded: foldCase(rows),
  met,
  targetOf: () => ({ seconds: hours * 3600, calendar: office }),
  continuous,
  office,
});

describe('comparing our outcome with the log’s', () => {
  it('finds no cause where both agree', () => {
    expect(compareSla(compared([row(2, '07:00', 'Active', true), row(3, '08:00', 'Resolved', true)], true, 4)).cause).toBeNull();
  });

  it('names the wait for the requester, which our clock leaves out', () => {
    const rows = [
      row(2, '07:00', 'Active', false),
      row(3, '08:00', 'Awaiting User Info', false),
      row(4, '12:00', 'Active', false),
      row(5, '13:00', 'Resolved', false),
    ];
    expect(compareSla(compared(rows, true, 4)).cause).toBe('holds');
  });

  it('names the wait for others, which our clock counts', () => {
    const rows = [
      row(2, '07:00', 'Active', true),
      row(3, '08:00', 'Awaiting Vendor', true),
      row(4, '12:00', 'Active', true),
      row(5, '13:00', 'Resolved', true),
    ];
    expect(compareSla(compared(rows, false, 4)).cause).toBe('other-waits');
  });

  it('names the closing, where the log measures until then', () => {
    const rows = [row(2, '07:00', 'Active', false), row(3, '08:00', 'Resolved', false), row(4, '14:00', 'Closed', false)];
    expect(compareSla(compared(rows, true, 4)).cause).toBe('closing');
  });

  it('names the target where nothing else explains it', () => {
    expect(compareSla(compared([row(2, '07:00', 'Active', true), row(3, '14:00', 'Resolved', true)], false, 4)).cause).toBe('target');
  });
});
