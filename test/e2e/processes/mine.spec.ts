import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CommandContext } from '../../../apps/cli/src/command.js';
import { mineCommand } from '../../../apps/cli/src/mine/mine-command.js';
import type { MinedLog } from '#processes';
import { realLog } from '../../support/real-data.js';

const folder = mkdtempSync(join(tmpdir(), 'atbalsts-mine-'));
afterAll(() => rmSync(folder, { recursive: true }));

function given(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function run(...args: string[]): Promise<{ code: number; printed: string; said: string }> {
  const [printed, said]: [string[], string[]] = [[], []];
  const context = { print: (line: string) => printed.push(line), complain: (line: string) => said.push(line) };
  const code = await mineCommand.run(context as unknown as CommandContext, args);
  return { code, printed: printed.join('\n'), said: said.join('\n') };
}

async function mined(file: string, caseColumn: string, activity: string, time: string, ...more: string[]): Promise<MinedLog> {
  const { code, printed, said } = await run(file, '--case', caseColumn, '--activity', activity, '--time', time, '--json', ...more);
  expect([code, said]).toEqual([0, '']);
  return JSON.parse(printed) as MinedLog;
}

const CSV = 'ticket;what;sub;when\n1;new;;2026-03-01 09:00\n2;"a;b";x;2026-03-01 09:05\n1;done;y;2026-03-01 08:00\n';

describe('mine FILE', () => {
  it('joins several activity columns by + and reads a gzip by whatever name', async () => {
    const found = await mined(given('log.csv', gzipSync(CSV)), 'ticket', 'what,sub', 'when');
    expect(found.variants).toEqual([
      { trace: ['a;b+x'], cases: 1 },
      { trace: ['done+y', 'new+'], cases: 1 },
    ]);
  });

  it('prints a summary for people', async () => {
    const { printed } = await run(given('plain.csv', CSV), '--case', 'ticket', '--activity', 'what', '--time', 'when');
    expect(printed).toContain('2 cases, 3 events, 2 variants\nFrom first to last event: median 30 min, mean 30 min, p90 54 min');
    expect(printed).toContain('1  done -> new  median 1 h, p90 1 h');
  });

  it.each([
    [
      'a column that is not there',
      CSV,
      ['--case', 'number', '--activity', 'what', '--time', 'when'],
      'no column number. It has: ticket, what, sub, when',
    ],
    [
      'a time that cannot be read',
      `${CSV}3;new;;soon\n`,
      ['--case', 'ticket', '--activity', 'what', '--time', 'when'],
      'Row 5: “soon” is no time',
    ],
    [
      'a row without a case',
      `${CSV};new;;2026-03-01 09:00\n`,
      ['--case', 'ticket', '--activity', 'what', '--time', 'when'],
      'Row 5 names no case',
    ],
    ['a row with too few cells', `${CSV}3;new\n`, ['--case', 'ticket', '--activity', 'what', '--time', 'when'], 'cannot be read as CSV'],
    ['a head alone', 'ticket;what;when\n', ['--case', 'ticket', '--activity', 'what', '--time', 'when'], 'holds no event'],
    [
      'a format that is none',
      CSV,
      ['--case', 'ticket', '--activity', 'what', '--time', 'when', '--time-format', 'HH:mm'],
      'no way to write a time',
    ],
    ['a cut gzip', gzipSync(CSV).subarray(0, 40), ['--case', 'ticket', '--activity', 'what', '--time', 'when'], 'is cut off or damaged'],
  ])('says what is wrong with %s', async (name, content, args, words) => {
    const { code, said, printed } = await run(given(`${name}.csv`, content), ...args);
    expect([code, printed]).toEqual([1, '']);
    expect(said).toContain(words);
  });

  it('answers wrong arguments with how it is used', async () => {
    for (const args of [
      [],
      ['x.csv', '--case', 'a'],
      ['x.csv', '--case', 'a', '--activity', 'b,', '--time', 'c'],
      ['x.csv', '--colour', 'red'],
    ])
      expect(await run(...args)).toMatchObject({ code: 2, said: expect.stringContaining('Usage: npm run atbalsts -- mine FILE') });
    const missing = join(folder, 'nowhere.csv');
    expect((await run(missing, '--case', 'a', '--activity', 'b', '--time', 'c')).said).toBe(`There is no file ${missing}.`);
  });
});

/** What a program of its own, in another language, counts in the same files. */
const LOGS = [
  {
    name: 'uci-incident-event-log.csv.gz',
    columns: ['number', 'incident_state', 'sys_updated_at'],
    counts: { cases: 24_918, events: 141_712, variants: 2_080, pairs: 50 },
    commonest: { trace: ['Active', 'Resolved', 'Closed'], cases: 3_238 },
    first: { from: 'Resolved', to: 'Closed', count: 24_916, medianSeconds: 433_980, p90Seconds: 643_260 },
    lasting: [524_460, 1_134_874.344, 1_916_460],
  },
  {
    name: 'bpic2013-incidents.csv.gz',
    columns: ['case_id', 'status,sub_status', 'timestamp'],
    counts: { cases: 7_554, events: 65_533, variants: 2_278, pairs: 81 },
    commonest: { trace: ['Accepted+In Progress', 'Accepted+In Progress', 'Completed+In Call'], cases: 1_749 },
    first: { from: 'Queued+Awaiting Assignment', to: 'Accepted+In Progress', count: 10_700, medianSeconds: 2_578.5, p90Seconds: 204_428.5 },
    lasting: [652_244.5, 1_043_655.35, 1_948_799.2],
  },
  {
    name: 'bpic2013-closed-problems.csv.gz',
    columns: ['case_id', 'status', 'timestamp'],
    counts: { cases: 1_487, events: 6_660, variants: 183, pairs: 10 },
    commonest: { trace: ['Accepted', 'Completed'], cases: 493 },
    first: { from: 'Accepted', to: 'Accepted', count: 1_882, medianSeconds: 182_294.5, p90Seconds: 25_368_561.8 },
    lasting: [7_086_718, 15_455_653.334, 45_583_175],
  },
  {
    name: 'helpdesk-italian-sw-company.csv.gz',
    columns: ['case_id', 'activity', 'timestamp'],
    counts: { cases: 4_580, events: 21_348, variants: 226, pairs: 55 },
    commonest: { trace: ['Assign seriousness', 'Take in charge ticket', 'Resolve ticket', 'Closed'], cases: 2_366 },
    first: { from: 'Resolve ticket', to: 'Closed', count: 4_558, medianSeconds: 2_592_116, p90Seconds: 3_950_242.3 },
    lasting: [3_443_836.5, 3_530_166.421, 4_579_687.8],
  },
] as const;

for (const { name, columns, counts, commonest, first, lasting } of LOGS) {
  const file = realLog(name);
  (file ? describe : describe.skip)(`the real log ${name}`, () => {
    it('gives the counts that an independent program gives', async () => {
      const { variants, directlyFollows, caseDurationSeconds: found, ...log } = await mined(file!, columns[0], columns[1], columns[2]);
      expect({ cases: log.cases, events: log.events, variants: variants.length, pairs: directlyFollows.length }).toEqual(counts);
      expect(variants[0]).toEqual(commonest);
      const [{ p90Seconds, ...pair }, { p90Seconds: p90, ...expected }] = [directlyFollows[0]!, first];
      expect(pair).toEqual(expected);
      expect(p90Seconds).toBeCloseTo(p90, 3);
      [found!.median, found!.mean, found!.p90].forEach((seconds, index) => expect(seconds).toBeCloseTo(lasting[index]!, 2));
    }, 60_000);
  });
}
