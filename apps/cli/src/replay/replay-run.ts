import { CalendarBook } from '#calendars';
import { Clock } from '#kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { ImportFacts } from '#kpis';
import { Database, ReactionRegistry, UnitOfWork } from '#platform';
import { RecountTraces } from '#processes';
import { RebuildIndex } from '#search';
import { ImportClocks } from '#sla';
import { factsOfTakenCases, takenCases } from '#tickets';
import type { CaseFacts } from './case-facts.js';
import { inBatches } from './in-batches.js';
import { layDirectory } from './lay-directory.js';
import { LogClocks } from './log-clocks.js';
import { LogDirectory } from './log-directory.js';
import { logIds, ORIGIN } from './log-names.js';
import type { RowError } from './log-row.js';
import type { ReplayOptions } from './options.js';
import { Progress } from './progress.js';
import { type CaseRows, casesOf, hashOf } from './read-log.js';
import { reportLines } from './report.js';
import { TakeInCases } from './take-in-cases.js';

const CASES_IN_ONE_TRANSACTION = 500;
/** Rows that cannot be read are named one by one up to here, then only counted. */
const ROWS_NAMED = 50;

/** The cases that are here already, by number. */
type Taken = ReadonlyMap<string, unknown>;

const count = (n: number): string => n.toLocaleString('en');

/** One run of a replay: look at the whole file, write what it names, take its cases in, report. */
export class ReplayRun {
  private badRows = 0;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly options: ReplayOptions,
    private readonly print: (line: string) => void,
  ) {}

  /** Throws the first RowError where the run is to stop at one. */
  async execute(): Promise<void> {
    const database = this.app.get(Database);
    const taken = await takenCases(database, ORIGIN);
    const { directory, left } = await this.look(taken);
    if (left > 0) await layDirectory(this.app.get(UnitOfWork), directory);
    await this.takeIn(left, taken);
    await database.query('analyze');
    await this.countFigures([...(await takenCases(database, ORIGIN)).keys()]);
    const cases = await factsOfTakenCases<CaseFacts>(database, ORIGIN);
    for (const line of ['', ...reportLines({ cases, badRows: this.badRows })]) this.print(line);
  }

  private async look(taken: Taken): Promise<{ readonly directory: LogDirectory; readonly left: number }> {
    const directory = new LogDirectory();
    let left = 0;
    for await (const rows of casesOf(this.options.file, (error) => this.refuse(error))) {
      directory.add(rows);
      if (!taken.has(rows.number)) left += 1;
    }
    const { rows, cases } = directory;
    this.print(`Read ${count(rows)} events of ${count(cases)} cases, ${count(cases - left)} of which are here already.`);
    return { directory, left };
  }

  private refuse(error: RowError): void {
    if (this.options.onError === 'stop') throw error;
    this.badRows += 1;
    if (this.badRows <= ROWS_NAMED) this.print(`Left out: ${error.message}`);
  }

  private async takeIn(left: number, taken: Taken): Promise<void> {
    const clocks = await LogClocks.open(this.app.get(ImportClocks), this.app.get(CalendarBook));
    const step = new TakeInCases(this.app.get(UnitOfWork), this.app.get(ReactionRegistry), clocks, await hashOf(this.options.file));
    const progress = this.progress('Taken in', left);
    let done = 0;
    for await (const batch of inBatches(this.fresh(taken), CASES_IN_ONE_TRANSACTION)) {
      await step.execute(batch);
      done += batch.length;
      progress.reached(done);
    }
  }

  /** The figures of the months in which it happened; those of the current months do not move. */
  private async countFigures(numbers: readonly string[]): Promise<void> {
    const progress = this.progress('Counted in the figures', numbers.length);
    const ticketIds = numbers.map((number) => logIds.ticket(number));
    await this.app.get(ImportFacts).execute({ ticketIds, onProgress: ({ tickets }) => progress.reached(tickets) });
    await this.app.get(RecountTraces).execute();
    await this.app.get(RebuildIndex).plan(null);
  }

  private progress(what: string, all: number): Progress {
    return new Progress(what, all, this.app.get(Clock), this.print);
  }

  /** The cases that are not here yet. Rows that cannot be read were named when the file was looked at. */
  private async *fresh(taken: Taken): AsyncGenerator<CaseRows> {
    for await (const rows of casesOf(this.options.file, () => undefined)) if (!taken.has(rows.number)) yield rows;
  }
}
