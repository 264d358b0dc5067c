import { Injectable } from '@nestjs/common';
import { ContinueRuns, Database, type LongWork, type Run, type Slice, type Tx, UnitOfWork } from '#platform';
import { type TicketPlace, TicketTexts } from '#tickets';
import { aboutHowMany } from '../store/documents.js';
import { searchRuns } from '../store/search-runs.js';
import { IndexTickets } from './index-tickets.js';

const BATCH = 200;
/** There is one index, and so one rebuild at a time. */
const THE_INDEX = '00000000-0000-4000-8000-000000005ea0';

/** Writes every document anew, slice by slice; whoever searches meanwhile finds the old or the new one of each ticket. */
@Injectable()
export class RebuildIndex {
  readonly work: LongWork<'rebuild'> = {
    table: searchRuns,
    job: 'search.go-on-rebuilding',
    work: (tx, run) => this.slice(tx, run),
  };

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly runs: ContinueRuns,
    private readonly texts: TicketTexts,
    private readonly index: IndexTickets,
  ) {}

  /** Begins a rebuild and answers it; the one under way where there is one. */
  async begin(actorId: string | null): Promise<Run<'rebuild'> | undefined> {
    const run = await this.plan(actorId);
    if (run) await this.runs.begin(this.work, run.id);
    return run ?? this.latest();
  }

  /** Leaves a rebuild for the workers to find; undefined where one is under way. For commands that take history in. */
  async plan(actorId: string | null): Promise<Run<'rebuild'> | undefined> {
    return this.unitOfWork.run((tx) => searchRuns.insert(tx, { kind: 'rebuild', subject: THE_INDEX, actorId, request: {} }));
  }

  /** Does all of it here and now, for the operator's command. Answers how many tickets were read. */
  async execute(told: (done: number) => void): Promise<number> {
    let [last, done]: [TicketPlace | null, number] = [null, 0];
    for (;;) {
      const places: TicketPlace[] = await this.texts.after(this.database, last, BATCH);
      if (places.length === 0) return done;
      await this.unitOfWork.run((tx) => this.index.execute(tx, idsOf(places)));
      done += places.length;
      last = places.at(-1) ?? null;
      told(done);
    }
  }

  async latest(): Promise<Run<'rebuild'> | undefined> {
    return (await searchRuns.list(this.database, ['rebuild'], null, 1))[0];
  }

  private async slice(tx: Tx, run: Run<'rebuild'>): Promise<Slice> {
    const total = run.total ?? (await aboutHowMany(tx));
    const places = await this.texts.after(tx, run.cursor === null ? null : (JSON.parse(run.cursor) as TicketPlace), BATCH);
    const written = Number(run.progress['written'] ?? 0) + (await this.index.execute(tx, idsOf(places)));
    const done = run.done + places.length;
    const last = places.at(-1);
    const slice = { done, total, cursor: last ? JSON.stringify(last) : run.cursor, progress: { written } };
    return places.length < BATCH ? { ...slice, total: done, end: { result: { tickets: done, written } } } : slice;
  }
}

const idsOf = (places: readonly TicketPlace[]): string[] => places.map(({ id }) => id);
