import { Injectable } from '@nestjs/common';
import { type Actor, scopeOf } from '#identity';
import { Clock, DomainError, formatInstant } from '#kernel';
import { Database } from '#platform';
import type { FlowPeriod, FlowReach, FlowSelection } from '../domain/flow-selection.js';
import type { FlowPeriodRequest, FlowRequest } from '../http/requests/flow.request.js';
import type { FlowAnswerResponse } from '../http/responses/flow.response.js';
import { EventLogStore } from '../store/event-log-store.js';
import { ProcessStore } from '../store/process-store.js';
import { FlowMiner, type MinedFlow } from '../use-cases/flow-miner.js';
import { FlowWords } from './flow-words.js';

const DEFAULT_DAYS = 90;

/** Turns what was asked into the cases it names, and what was mined of them into an answer. */
@Injectable()
export class FlowReader {
  constructor(
    private readonly database: Database,
    private readonly processes: ProcessStore,
    private readonly logs: EventLogStore,
    private readonly miner: FlowMiner,
    private readonly words: FlowWords,
    private readonly clock: Clock,
  ) {}

  /** Throws `processes.not-found`, `processes.flow-outside`, `processes.flow-period`. */
  async deskSelection(actor: Actor, id: string, request: FlowRequest): Promise<FlowSelection & { readonly source: 'desk' }> {
    const { lifecycle } = await this.processes.one(this.database, id);
    if (lifecycle === null) throw new DomainError('processes.flow-outside', {}, 'rule-broken');
    const { kind = null, serviceId = null, institutionId = null, groupId = null, liveOnly = false } = request;
    const period = await this.periodOf(request);
    return { source: 'desk', lifecycle, ...period, kind, serviceId, institutionId, groupId, withHistory: !liveOnly, reach: reachOf(actor) };
  }

  /** Throws `processes.event-log.not-found`, `processes.event-log.not-ready`. */
  async logSelection(id: string, { from, to }: FlowPeriodRequest): Promise<FlowSelection> {
    const { state } = await this.logs.one(this.database, id);
    if (state !== 'ready') throw new DomainError('processes.event-log.not-ready', {}, 'conflict');
    if (from !== undefined && to !== undefined && from > to) throw periodRefused();
    return { source: 'log', logId: id, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  }

  async read(actor: Actor, selection: FlowSelection): Promise<FlowAnswerResponse> {
    return this.answer(actor, selection, await this.miner.read(selection));
  }

  async begin(actor: Actor, selection: FlowSelection): Promise<FlowAnswerResponse> {
    return this.answer(actor, selection, await this.miner.begin(actor, selection));
  }

  private answer({ locale }: Actor, selection: FlowSelection, { count, flow, run, needsRun }: MinedFlow): FlowAnswerResponse {
    return {
      lifecycle: selection.source === 'desk' ? selection.lifecycle : null,
      ...{ versions: [...count.versions], from: selection.from ?? null, to: selection.to ?? null },
      dataAt: formatInstant(run?.startedAt ?? this.clock.now()),
      ...{ cases: count.cases, importedCases: count.imported, needsRun },
      flow: flow && this.words.flow(locale, flow),
      run: run && { state: run.state, done: run.done, total: run.total },
    };
  }

  private async periodOf({ from, to }: FlowPeriodRequest): Promise<FlowPeriod> {
    const [row] = await this.database.query<{ from: string; to: string; ordered: boolean }>(
      `select f::text as "from", t::text as "to", f <= t as ordered from (
         select t, coalesce($1::date, t - $3::int + 1) as f from (select coalesce($2::date, (now() at time zone 'Europe/Riga')::date) as t) ends
       ) period`,
      [dayOf(from), dayOf(to), DEFAULT_DAYS],
    );
    if (!row!.ordered) throw periodRefused();
    return { from: row!.from, to: row!.to };
  }
}

const periodRefused = (): DomainError =>
  new DomainError('processes.flow-period', {}, 'invalid', [{ pointer: '/from', code: 'processes.flow-period' }]);

/** A date that is none, such as 30 February, is refused here, and not by the database. */
function dayOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) !== text) throw periodRefused();
  return text;
}

/** Figures of processes are the whole Centre's, but for somebody whose right was narrowed to an institution or a group. */
function reachOf(actor: Actor): FlowReach {
  const { all, aggregates, institutionIds, groupIds } = scopeOf(actor, 'process.read');
  return { all: all || aggregates, institutionIds: [...institutionIds], groupIds: [...groupIds] };
}
