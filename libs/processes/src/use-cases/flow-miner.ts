import { Injectable } from '@nestjs/common';
import { type Actor, stableId } from '#identity';
import type { Json } from '#kernel';
import { ContinueRuns, Database, type Queryable, type Run, type RunFacts, type Slice, type Tx, UnitOfWork } from '#platform';
import { type Flow, flowOf } from '../domain/flow.js';
import type { FlowSelection } from '../domain/flow-selection.js';
import { FlowTally, type TallyPart } from '../domain/flow-tally.js';
import { type CaseCount, CaseSource } from '../store/case-source.js';
import { PROCESS_RUN_JOB, processRuns, type ProcessRunKind } from '../store/flow-runs.js';

/** So many cases are mined while the reader waits: some 200,000 events, a few seconds. Of more a worker makes a run. */
export const DIRECT_MOST = 40_000;
const BATCH = 10_000;
/** A run that ended so long ago is not answered any more: the cases have changed since. */
const FRESH_HOURS = 12;

/** What a selection shows, or the run that mines it. */
export interface MinedFlow {
  readonly count: CaseCount;
  /** Null while a run mines it, and where fewer than five cases were found. */
  readonly flow: Flow | null;
  /** The run that mines it, or did; null where it was mined at once, or nobody began. */
  readonly run: Run<ProcessRunKind> | null;
  readonly needsRun: boolean;
}

/** Mines the flow of cases: a moderate number at once, more in slices by the workers. */
@Injectable()
export class FlowMiner {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: ContinueRuns,
    private readonly source: CaseSource,
  ) {}

  async read(selection: FlowSelection): Promise<MinedFlow> {
    const count = await this.source.count(this.database, selection);
    if (count.cases > DIRECT_MOST) return this.mined(selection, count);
    const tally = new FlowTally();
    let cursor: string | null = null;
    do cursor = await this.addBatch(this.database, selection, tally, cursor);
    while (cursor !== null);
    return { count, flow: flowOf(tally, options(selection)), run: null, needsRun: false };
  }

  /** Begins a run for a selection that is too large to wait for; answers the one that is under way where somebody was first. */
  async begin(actor: Actor, selection: FlowSelection): Promise<MinedFlow> {
    const subject = subjectOf(selection);
    const request = selection as unknown as RunFacts;
    const run = await this.unitOfWork.run((tx) => processRuns.insert(tx, { kind: 'flow', subject, actorId: actor.id, request }));
    if (run) await this.runs.begin({ job: PROCESS_RUN_JOB }, run.id);
    return this.mined(selection, await this.source.count(this.database, selection));
  }

  /** The latest run; while it goes on, or where it failed, the figures of the one before stay. */
  private async mined(selection: FlowSelection, count: CaseCount): Promise<MinedFlow> {
    const runs = await processRuns.list(this.database, ['flow'], subjectOf(selection), 2);
    const fresh = await this.database.query<{ id: string }>(
      `select id from processes.run where id = any($1) and (finished_at is null or finished_at > now() - make_interval(hours => $2))`,
      [runs.map(({ id }) => id), FRESH_HOURS],
    );
    const [run = null, earlier] = runs.filter(({ id }) => fresh.some((one) => one.id === id));
    const flow = run?.result?.['flow'] ?? earlier?.result?.['flow'] ?? null;
    return { count, flow: flow as unknown as Flow | null, run, needsRun: true };
  }

  /** One batch; what it came to is kept as a part, and the parts are put together at the end. */
  async slice(tx: Tx, run: Run<ProcessRunKind>): Promise<Slice> {
    const selection = run.request as unknown as FlowSelection;
    const total = run.total ?? (await this.source.count(tx, selection)).cases;
    const tally = new FlowTally();
    const cursor = await this.addBatch(tx, selection, tally, run.cursor);
    await tx.execute(`insert into processes.flow_part (run_id, position, tally) values ($1, $2, $3::jsonb)`, [
      run.id,
      run.slices,
      JSON.stringify(tally.toPart()),
    ]);
    const place = { done: run.done + tally.cases, total, cursor, progress: {} };
    if (cursor !== null) return place;
    const flow = flowOf(await this.whole(tx, run), options(selection));
    await tx.execute(`delete from processes.flow_part where run_id = $1`, [run.id]);
    return { ...place, end: { result: { flow: flow as unknown as Json } } };
  }

  /** One part at a time, so that memory holds the whole once and not twice. */
  private async whole(tx: Tx, run: Run<ProcessRunKind>): Promise<FlowTally> {
    const tally = new FlowTally();
    for (let position = 0; position <= run.slices; position += 1) {
      const [part] = await tx.query<{ tally: TallyPart }>(`select tally from processes.flow_part where run_id = $1 and position = $2`, [
        run.id,
        position,
      ]);
      if (part) tally.merge(part.tally);
    }
    return tally;
  }

  private async addBatch(on: Queryable, selection: FlowSelection, tally: FlowTally, after: string | null): Promise<string | null> {
    const { cases, cursor } = await this.source.batch(on, selection, after, BATCH);
    for (const one of cases) tally.add(one);
    return cursor;
  }
}

/** Equal selections share a run, whoever asks. */
const subjectOf = (selection: FlowSelection): string => stableId('processes.flow', JSON.stringify(selection));

const options = (selection: FlowSelection) => ({ reopens: selection.source === 'desk' && selection.lifecycle === 'incident' });
