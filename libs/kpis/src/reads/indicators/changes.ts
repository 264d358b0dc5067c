import { displayOf, type Extra, percent } from '#kernel';
import { type Indicator, rowsSql, sumsOf } from '../indicator.js';
import { lengthsIndicator } from './times.js';

interface ChangeRow {
  readonly key: string | null;
  readonly implemented: number;
  readonly successful: number;
  readonly emergency: number;
  readonly standard: number;
  readonly conflicts: number;
  readonly causing: number;
  readonly incidents: number;
}

type Hits = 'successful' | 'emergency' | 'conflicts' | 'causing';

interface ShareOfChanges {
  readonly hits: Hits;
  /** The same of one fact (`f`). */
  readonly hit: string;
  readonly beside?: (row: ChangeRow) => Extra;
}

/** What a row tells of its change, beside what is counted of it. */
const CHANGE = 'f.kind as change_kind, f.outcome as change_outcome, f.incidents';

/** A share of the changes that were implemented. */
function shareOfChanges({ hits, hit, beside = () => ({}) }: ShareOfChanges): Indicator {
  const none: ChangeRow = { key: null, implemented: 0, successful: 0, emergency: 0, standard: 0, conflicts: 0, causing: 0, incidents: 0 };
  return {
    none: { numerator: 0, denominator: 0, extra: beside(none) },
    async tally(on, selection, by) {
      const rows = await sumsOf<ChangeRow>(on, 'changes', selection, by);
      return rows
        .filter(({ implemented }) => implemented > 0)
        .map((row) => ({ key: row.key || null, numerator: row[hits], denominator: row.implemented, extra: beside(row) }));
    },
    rows: { columns: `${hit} as hit, ${CHANGE}`, from: (selection, params) => rowsSql('changes', selection, params), order: 'desc' },
  };
}

/** KPI-11 beside itself: standard changes are authorised beforehand, and many of them would hide what is urgent. */
function withoutStandard({ emergency, implemented, standard }: ChangeRow): Extra {
  const n = implemented - standard;
  const display = displayOf(n, 'counts');
  return { withoutStandard: n, withoutStandardShare: display === 'small' || display === 'full' ? percent(emergency / n) : null };
}

/** KPI-10 and KPI-11 (DOMAIN 5), and what is watched beside them. */
export const changeIndicators = {
  success: shareOfChanges({ hits: 'successful', hit: 'f.successful' }),
  emergency: shareOfChanges({ hits: 'emergency', hit: `f.kind = 'emergency'`, beside: withoutStandard }),
  conflicts: shareOfChanges({ hits: 'conflicts', hit: 'f.conflict' }),
  incidents: shareOfChanges({ hits: 'causing', hit: 'f.incidents > 0', beside: ({ incidents }) => ({ incidents }) }),
  lead: lengthsIndicator('changes', 'lead_seconds', `f.lead_seconds as seconds, ${CHANGE}`),
};
