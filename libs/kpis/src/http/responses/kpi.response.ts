import { formatInstant } from '#kernel';
import { valueOf } from '#ratings';
import { FigureResponse } from '#platform';
import type { KpiPage, KpiSummary } from '../../reads/kpi-summary.js';
import type { ClientRow } from '../../reads/client-satisfaction.js';
import type { KpiRow } from '../../reads/kpi-rows.js';
import { KeyedFigureResponse, TrendPointResponse } from './figure.response.js';

export class KpiSummaryResponse {
  code: string;
  name: string;
  /** What values are: a share in percent, seconds of contract time or (elapsed) of the wall clock, an age in calendar days. */
  unit: 'percent' | 'seconds' | 'elapsed' | 'days';
  /** Which way is good. */
  better: 'higher' | 'lower';
  /** What it may be laid out by. */
  layouts: ('kind' | 'institution' | 'service' | 'group' | 'priority' | 'day' | 'month')[];
  period: string;
  definitionVersion: number;
  /** In percent; the target set last for the period's year or one before it. */
  target: number | null;
  overall: FigureResponse;
  trend: TrendPointResponse[];
  /** Everything that happened before this instant is counted; for a frozen month, what was known until then. */
  asOf: string;
  /** KPI-01: every institution by its users; `overall` gives each the same weight. */
  byUsers: FigureResponse | null;
  /** KPI-01: where the value comes from, if it was measured before go-live. */
  source: string | null;
  /** KPI-01: the campaign that measured it. */
  campaignId: string | null;

  static of(summary: KpiSummary): KpiSummaryResponse {
    const { code, name, unit, better, layouts, period, definitionVersion, target, overall, trend, asOf } = summary;
    const { byUsers, source, campaignId } = summary;
    return {
      ...{ code, name, unit, better, layouts: [...layouts], period, definitionVersion, target, overall, trend: [...trend] },
      ...{ asOf: formatInstant(asOf), byUsers, source, campaignId },
    };
  }
}

/** All indicators in a period. */
export class KpisResponse {
  period: string;
  items: KpiSummaryResponse[];
}

/** What was published of a month. */
export class KpiEditionResponse {
  /** 1 is the freeze; each restatement replaces the one before it. */
  number: number;
  definitionVersion: number;
  frozenAt: string;
  /** What was recorded from then on is not in it. */
  knownUntil: string;
  /** SHA-256 over the rows that went in: equal hashes count equal rows. Null for a year that was measured before go-live. */
  inputHash: string | null;
  cause: 'freeze' | 'correction' | 'import' | 'void';
  reason: string | null;
  /** Null where the system published it by itself. */
  person: string | null;
  /** Null for opinions: two editions side by side could tell what one person said. */
  figure: FigureResponse | null;
}

export class KpiResponse extends KpiSummaryResponse {
  rows: KeyedFigureResponse[];
  /** Of a month: its freeze and what replaced it, latest first. */
  editions: KpiEditionResponse[];

  static from(page: KpiPage): KpiResponse {
    return {
      ...KpiSummaryResponse.of(page),
      rows: [...page.rows],
      editions: page.editions.map((edition) => ({
        ...edition,
        frozenAt: formatInstant(edition.frozenAt),
        knownUntil: formatInstant(edition.knownUntil),
      })),
    };
  }
}

export class KpiRowTicketResponse {
  id: string;
  number: string;
  title: string;
}

export class KpiRowClockResponse {
  kind: 'response' | 'resolution' | 'ola' | 'supplier' | 'statutory_warning' | 'statutory_notification' | 'statutory_final';
  cycle: number;
  outcome: 'met' | 'breached';
  state: string;
  priority: number;
}

export class KpiRowChangeResponse {
  kind: 'standard' | 'normal' | 'emergency';
  outcome: 'successful' | 'with_issues' | 'rolled_back' | 'failed';
  /** Incidents linked as caused by it. */
  incidents: number;
}

export class KpiRowInstitutionResponse {
  id: string;
  name: string;
}

export class KpiRowResponse {
  id: string;
  /** When it counted: the outcome, the rating, the resolution, the stop; of the backlog the submission, of a survey its publication. */
  at: string;
  /** Null where the actor may not see the ticket. */
  ticket: KpiRowTicketResponse | null;
  clock: KpiRowClockResponse | null;
  rating: 'bad' | 'satisfactory' | 'good' | null;
  /** Of a share of resolutions: it is one of those counted above the line. */
  hit: boolean | null;
  /** Contract time that it took. */
  seconds: number | null;
  /** Its age in calendar days. */
  days: number | null;
  change: KpiRowChangeResponse | null;
  /** KPI-01: the client, */
  institution: KpiRowInstitutionResponse | null;
  /** and what it said, as it was published: hidden where few answered. */
  figure: FigureResponse | null;

  static from(row: KpiRow): KpiRowResponse {
    return {
      id: row.id,
      at: formatInstant(row.at),
      ticket: row.ticket,
      clock: row.clock,
      rating: row.rating === null ? null : valueOf(row.rating),
      ...{ hit: row.hit, seconds: row.seconds, days: row.days },
      change: row.change as KpiRowChangeResponse | null,
      ...{ institution: null, figure: null },
    };
  }

  static ofClient({ id, at, institution, figure }: ClientRow): KpiRowResponse {
    const counted = { ticket: null, clock: null, rating: null, hit: null, seconds: null, days: null, change: null };
    return { id, at: formatInstant(at), ...counted, institution, figure };
  }
}

export class KpiRowsResponse {
  items: KpiRowResponse[];
  nextCursor: string | null;
}

export class RestatementResponse {
  /** The edition that the month is read from now; 1 is the freeze. */
  edition: number;
}
