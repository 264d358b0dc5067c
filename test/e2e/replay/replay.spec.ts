import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Database, Settings } from '#platform';
import { COLUMNS } from '../../../apps/cli/src/replay/log-row.js';
import { replay } from '../../../apps/cli/src/replay/replay-command.js';
import { startTestApp, type TestApp } from '../../support/app.js';

type Fields = Partial<Record<(typeof COLUMNS)[number], string>>;

const STANDING: Fields = { reassignment_count: '0', reopen_count: '0', sys_mod_count: '0', made_sla: 'true', opened_at: '3/3/2025 07:00' };
const PLACE: Fields = {
  location: 'Location 1',
  caller_id: 'Caller 1',
  category: 'Category 1',
  assignment_group: 'Group 1',
  contact_type: 'Phone',
};
const WEIGHT: Fields = { impact: '2 - Medium', urgency: '2 - Medium', priority: '3 - Moderate' };

const line = (number: string, time: string, state: string, more: Fields = {}): string => {
  const fields: Fields = { ...STANDING, ...PLACE, ...WEIGHT, number, incident_state: state, sys_updated_at: `3/3/2025 ${time}`, ...more };
  return COLUMNS.map((column) => fields[column] ?? '?').join(',');
};

const FIRST = [
  line('A', '07:00', 'New'),
  line('A', '07:30', 'Active', { assigned_to: 'Resolver 1' }),
  line('A', '08:00', 'Resolved'),
  line('A', '09:00', 'Closed'),
];
const SECOND = [
  line('B', '07:30', 'Resolved'),
  line('B', '08:00', 'Active', { reopen_count: '1' }),
  line('B', '08:30', 'Resolved', { reopen_count: '1' }),
  line('B', '09:00', 'Closed', { reopen_count: '1' }),
];
const THIRD = [
  line('C', '07:00', 'New'),
  line('C', '08:00', 'Awaiting User Info', { reassignment_count: '1', assignment_group: 'Group 2' }),
];

let test: TestApp;
let folder: string;
let said: string[];

beforeAll(async () => {
  test = await startTestApp();
  folder = mkdtempSync(join(tmpdir(), 'atbalsts-log-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await test?.close();
});

beforeEach(() => (said = []));

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  const text = [COLUMNS.join(','), ...lines, ''].join('\n');
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

function run(...args: string[]): Promise<number> {
  return replay(
    { settings: test.app.get(Settings), open: async () => test.app, print: (text) => said.push(text), complain: (text) => said.push(text) },
    args,
  );
}

const count = async (sql: string): Promise<number> => {
  const [row] = await test.app.get(Database).query<{ n: number }>(`select count(*) as n from ${sql}`);
  return row?.n ?? -1;
};

const figure = (name: string): string | undefined =>
  said
    .find((text) => text.startsWith(name))
    ?.slice(name.length)
    .trim();

describe('replaying a foreign log', () => {
  it('stops at a row that cannot be read, names its line, and takes nothing in', async () => {
    expect(await run(file('broken.csv', ...FIRST, line('B', 'noon', 'New')))).toBe(1);
    expect(said.at(-1)).toMatch(/^Stopped at line 6: sys_updated_at/);
    expect(await count('tickets.ticket')).toBe(0);
  });

  it('leaves such a row out where asked, and counts it', async () => {
    expect(await run(file('half.csv', ...FIRST, 'nonsense'), '--on-error', 'skip')).toBe(0);
    expect(said).toContain('Left out: line 6: columns: 1');
    expect(figure('Rows that could not be read')).toBe('1');
    expect(await count('tickets.ticket')).toBe(1);
  });

  it('goes on with what is missing, and adds nothing when it is run again', async () => {
    const whole = file('whole.csv.gz', ...FIRST, ...SECOND, ...THIRD);
    for (let times = 0; times < 2; times += 1) {
      expect(await run(whole)).toBe(0);
      expect([figure('Incidents'), figure('Events of the log'), figure('Reopened'), figure('Reassigned')]).toEqual(['3', '10', '1', '1']);
      expect(await count('tickets.ticket')).toBe(3);
      expect(await count(`(select distinct payload->>'line', subject_id from platform.event_log where payload ? 'line') lines`)).toBe(10);
      expect(await count('sla.clock')).toBe(7);
    }
  });

  it('keeps the original instants, and makes no notice, no mail and no pending work', async () => {
    expect(await count(`platform.event_log where imported and at >= '2025-03-04'`)).toBe(0);
    expect(await count(`tickets.ticket where origin = 'uci-498' and submitted_at = '2025-03-03T07:00:00Z'`)).toBe(3);
    for (const table of ['notifications.notice', 'notifications.delivery', 'platform.pending_reaction']) expect(await count(table)).toBe(0);
  });

  it('folds the clocks over the history', async () => {
    expect(await count(`sla.clock where kind = 'resolution' and state = 'stopped' and outcome = 'met'`)).toBe(2);
    expect(await count(`sla.clock where kind = 'resolution' and state = 'paused'`)).toBe(1);
    expect(await count(`sla.clock where kind = 'response' and cycle = 2`)).toBe(1);
  });

  it('refuses a file that is another kind of table, and one that is not there', async () => {
    const other = join(folder, 'other.csv');
    writeFileSync(other, 'a,b\n1,2\n');
    expect(await run(other)).toBe(1);
    expect(said.at(-1)).toContain('its first line names other columns');
    expect(await run(join(folder, 'none.csv'))).toBe(1);
    expect(await run()).toBe(1);
  });
});
