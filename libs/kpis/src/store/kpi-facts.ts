import type { KpiCode } from '../domain/kpi.js';
import type { FactKind } from '../domain/ticket-facts.js';

/** What an indicator is counted from. */
export interface KpiFacts {
  /** The first of them are its rows; an edition of it keeps them all. */
  readonly kinds: readonly [FactKind, ...FactKind[]];
  /** Only facts with this value in the column `kind`. */
  readonly kind?: 'response' | 'resolution';
}

/** The facts of each indicator. */
export const KPI_FACTS: Readonly<Record<KpiCode, KpiFacts>> = {
  'KPI-02': { kinds: ['ratings', 'resolutions'] },
  'KPI-04': { kinds: ['resolutions'] },
  'KPI-05': { kinds: ['times'], kind: 'response' },
  'KPI-06': { kinds: ['times'], kind: 'resolution' },
  'KPI-07': { kinds: ['open'] },
  'KPI-08': { kinds: ['firstResolutions'] },
  'KPI-09': { kinds: ['clocks'] },
  'KPI-10': { kinds: ['changes'] },
  'KPI-11': { kinds: ['changes'] },
  'CHG-LEAD': { kinds: ['changes'] },
  'CHG-CONFLICT': { kinds: ['changes'] },
  'CHG-INCIDENT': { kinds: ['changes'] },
};
