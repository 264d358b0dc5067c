import type { Breakdown, Indicator, KeyedTally } from '../indicator.js';
import { rowsSql, sumsOf } from '../indicator.js';
import type { Selection } from '../selection.js';

interface ClockRow {
  readonly key: string | null;
  readonly met: number;
  readonly breached: number;
  readonly open_breached: number;
  readonly cancelled: number;
  readonly merged: number;
  readonly tests: number;
}

/** KPI-09 (DOMAIN 4.6): clock cycles that were met, of those that were met or breached. */
export const complianceIndicator: Indicator = {
  none: tallyOf(undefined, null),
  async tally(on, selection, by) {
    const rows = await sumsOf<ClockRow>(on, 'clocks', ofKinds(selection, by), by);
    return rows
      .filter((row) => row.key !== null && row.met + row.breached + row.cancelled + row.merged + row.tests > 0)
      .map((row) => tallyOf(row, row.key));
  },
  rows: {
    columns: 'f.kind, f.cycle, f.outcome, f.state, f.priority',
    from: (selection, params) => `${rowsSql('clocks', selection, params)} and f.outcome is not null and f.exclusion is null`,
    order: 'desc',
  },
};

/** A breakdown by kind shows them all; any other figure is of response and resolution. */
export function ofKinds(selection: Selection, by: Breakdown): Selection {
  return by === 'kind' ? { ...selection, allKinds: true } : selection;
}

function tallyOf(row: ClockRow | undefined, key: string | null): KeyedTally {
  const { met = 0, breached = 0, open_breached: openBreached = 0, cancelled = 0, merged = 0, tests = 0 } = row ?? {};
  const extra = { openBreached, cancelled, merged, tests, excluded: cancelled + merged + tests };
  return { key: key || null, numerator: met, denominator: met + breached, extra };
}
