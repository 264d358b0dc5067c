import type { CaseFacts } from './case-facts.js';
import { CAUSES, type Cause } from './compare-sla.js';

/** What a run looks at in the end: all cases of the log that are here, whichever run took them in. */
export interface TakenIn {
  readonly cases: readonly { readonly events: number; readonly facts: CaseFacts }[];
  /** Rows that could not be read in this run. */
  readonly badRows: number;
}

const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  holds: 'waiting for the requester counts there, not here',
  'other-waits': 'waiting for vendor, problem or evidence does not count there',
  reopening: 'time after the reopening does not count there',
  'priority-change': 'change of priority (here: middle of three dates)',
  closing: 'measured there until closing',
  calendar: 'measured there on another calendar',
  target: 'other targets',
};

const count = (n: number): string => n.toLocaleString('en');
const share = (n: number, of: number): string => (of === 0 ? '-' : `${((100 * n) / of).toFixed(1)} %`);

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

function sum(cases: TakenIn['cases'], of: (facts: CaseFacts) => number): number {
  return cases.reduce((total, { facts }) => total + of(facts), 0);
}

/** The table at the end of a replay, as lines. */
export function reportLines({ cases, badRows }: TakenIn): string[] {
  const facts = cases.map((taken) => taken.facts);
  const number = (test: (f: CaseFacts) => boolean): string => count(facts.filter(test).length);
  return [
    ...table([
      ['Incidents', count(cases.length)],
      ['Events of the log', count(cases.reduce((total, { events }) => total + events, 0))],
      ['Reopened', number((f) => f.reopens > 0)],
      ['Reassigned', number((f) => f.hops > 0)],
      ...[1, 2, 3, 4].map((p) => [`Priority ${p}`, number((f) => f.priority === p)]),
      ['Rows that could not be read', count(badRows)],
    ]),
    '',
    'Steps that the log does not show, inserted at the same instant:',
    ...table([['Cases that begin Resolved', number((f) => f.beganResolved)], ...insertedRows(cases)]),
    '',
    'Left aside, the rows kept in the history:',
    ...table([
      ['State -100', count(sum(cases, (f) => f.leftAside.unknownState))],
      ['New after work had begun', count(sum(cases, (f) => f.leftAside.lateNew))],
      ['Closings that were undone', count(sum(cases, (f) => f.leftAside.closingsUndone))],
      ['Moves after the resolution', count(sum(cases, (f) => f.leftAside.movesAfterResolution))],
    ]),
    '',
    'SLA (resolution) by priority, beside the log’s made_sla:',
    ...slaTable(facts),
    '',
    'Where they differ, the first rule whose change alone gives the log’s outcome:',
    ...causeTable(facts),
  ];
}

function insertedRows(cases: TakenIn['cases']): string[][] {
  const events = ['submit', 'accept', 'hold', 'resume', 'resolve', 'reopen'] as const;
  return events.map((event) => [`  ${event}`, count(sum(cases, (f) => f.inserted[event] ?? 0))]);
}

function slaTable(facts: readonly CaseFacts[]): string[] {
  const line = (name: string, of: readonly CaseFacts[]): string[] => {
    const met = of.filter((f) => f.ours).length;
    const made = of.filter((f) => f.log).length;
    return [
      name,
      count(of.length),
      count(met),
      share(met, of.length),
      count(made),
      share(made, of.length),
      count(of.filter((f) => f.ours === f.log).length),
    ];
  };
  const priorities = [1, 2, 3, 4].map((p) =>
    line(
      `Priority ${p}`,
      facts.filter((f) => f.priority === p),
    ),
  );
  return table([['', 'incidents', 'met here', '', 'made_sla', '', 'agree'], ...priorities, line('All', facts)]);
}

function causeTable(facts: readonly CaseFacts[]): string[] {
  const rows = CAUSES.map((cause) => {
    const of = facts.filter((f) => f.cause === cause);
    return [CAUSE_WORDS[cause], count(of.filter((f) => f.ours).length), count(of.filter((f) => !f.ours).length)];
  });
  return table([['', 'met here, missed there', 'missed here, made there'], ...rows]);
}
