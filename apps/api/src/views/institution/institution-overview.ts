import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts, scopeOf } from '#identity';
import { Clock, formatInstant } from '#kernel';
import { type IndicatorFigures, IndicatorFiguresReader, type KpiCode, monthOf, readPeriod } from '#kpis';
import { Database } from '#platform';
import { OPEN_CONDITION, Params, QUEUED, ticketVisibility } from '#tickets';
import type { InstitutionFigureResponse, InstitutionOverviewResponse } from './institution-overview.response.js';

/** Counting stops here, as in the queue. */
const COUNTED_AT_MOST = 10_000;

type Counts = Pick<InstitutionOverviewResponse, 'open' | 'late' | 'submitted'>;

/** The coordinator's page: the tickets and figures of the institutions that he coordinates. */
@Injectable()
export class InstitutionOverview {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityFacts,
    private readonly indicators: IndicatorFiguresReader,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, month: string = monthOf(this.clock.now())): Promise<InstitutionOverviewResponse> {
    const { institutionIds } = scopeOf(actor, 'institution.overview');
    const coordinator = asCoordinator(actor);
    const period = readPeriod(month);
    const figures = (code: KpiCode): Promise<IndicatorFigures> => this.indicators.read(coordinator, code, period);
    const [names, counts, inTime, satisfied, resolutions] = await Promise.all([
      this.identity.institutionNames(institutionIds, actor.locale),
      this.counts(actor, institutionIds, month),
      ...([figures('KPI-09'), figures('KPI-02'), figures('KPI-04')] as const),
    ]);
    const institutions = [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, actor.locale));
    return {
      ...{ institutions, month, ...counts },
      // Each resolution of the month is in the denominator of "resolved at the first contact".
      resolved: resolutions.overall.denominator ?? 0,
      ...{ inTime: shown(inTime), satisfied: shown(satisfied) },
      asOf: formatInstant(inTime.asOf),
    };
  }

  private async counts(actor: Actor, institutionIds: readonly string[], month: string): Promise<Counts> {
    const params = new Params();
    const theirs = `t.institution_id = any(${params.add(institutionIds)}::uuid[]) and ${QUEUED} and ${ticketVisibility(actor, params)}`;
    const from = params.add(`${month}-01`);
    const start = (plus: string): string => `((${from}::date${plus})::timestamp at time zone 'Europe/Riga')`;
    const number = (condition: string): string =>
      `(select count(*)::int from (select 1 from tickets.ticket t where ${condition} and ${theirs} limit ${COUNTED_AT_MOST}) c)`;
    const open = `t.${OPEN_CONDITION}`;
    const [row] = await this.database.query<Counts>(
      `select ${number(open)} as open, ${number(`${open} and t.due_at < now()`)} as late,
         ${number(`t.submitted_at >= ${start('')} and t.submitted_at < ${start(` + interval '1 month'`)}`)} as submitted`,
      params.values,
    );
    return row ?? { open: 0, late: 0, submitted: 0 };
  }
}

/** Somebody who works at the desk too reads here what he coordinates, not the figures of his groups. */
function asCoordinator(actor: Actor): Actor {
  return { ...actor, grants: actor.grants.filter(({ role }) => role === 'institution_coordinator') };
}

function shown({ code, name, target, overall }: IndicatorFigures): InstitutionFigureResponse {
  return { code, name, target, figure: overall };
}
