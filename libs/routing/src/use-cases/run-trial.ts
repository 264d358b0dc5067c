import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import { IdentityFacts } from '#identity';
import { formatInstant, type Instant, parseInstant } from '#kernel';
import { ContinueRuns, type LongWork, readCursor, type Run, type Slice, type Tx, writeCursor } from '#platform';
import { countFiledTickets, type FiledTicket, filedTickets, type TicketPlace } from '#tickets';
import { RuleBook } from '../domain/rule-book.js';
import { countFiling, noSums, TRIAL_TICKETS, type TrialRule, type TrialSums } from '../domain/trial.js';
import { WorkingTime } from '../reads/working-time.js';
import { routingRuns } from '../store/runs.js';

/** Tickets of one slice: each is one short transaction. */
const SLICE = 500;

/** Tries rules on past tickets, newest first, slice by slice. */
@Injectable()
export class RunTrial {
  readonly long: LongWork<'trial'> = { table: routingRuns, job: 'routing.continue-trial', work: (tx, run) => this.slice(tx, run) };

  constructor(
    private readonly runs: ContinueRuns,
    private readonly workingTime: WorkingTime,
    private readonly catalogue: CatalogueFacts,
    private readonly identity: IdentityFacts,
  ) {}

  async begin(id: string): Promise<void> {
    await this.runs.begin(this.long, id);
  }

  async execute(id: string): Promise<void> {
    await this.runs.execute(this.long, id);
  }

  /** Gives a job to every try that has lost its own. */
  async resume(): Promise<void> {
    await this.runs.resume(this.long);
  }

  private async slice(tx: Tx, run: Run<'trial'>): Promise<Slice> {
    const rules = run.request['rules'] as unknown as TrialRule[];
    const since = parseInstant(String(run.request['since']));
    const total = run.total ?? (await countFiledTickets(tx, since, TRIAL_TICKETS));
    const rows = await filedTickets(tx, { since, last: placeOf(run.cursor), limit: Math.min(SLICE, TRIAL_TICKETS - run.done) });
    const sums = run.cursor === null ? noSums(rules) : (run.progress as unknown as TrialSums);
    await this.count(tx, sums, rules, rows);
    const done = run.done + rows.length;
    const last = rows.at(-1);
    const progress = sums as unknown as Slice['progress'];
    const ended = rows.length < SLICE || done >= TRIAL_TICKETS;
    return {
      ...{ done, total: Math.max(total, done), progress, cursor: last ? cursorOf(last) : run.cursor },
      ...(ended ? { end: { result: progress } } : {}),
    };
  }

  private async count(tx: Tx, sums: TrialSums, rules: readonly TrialRule[], rows: readonly FiledTicket[]): Promise<void> {
    const book = new RuleBook(rules);
    const working = book.asksHours ? await this.workingTime.ask(tx) : (): boolean => false;
    const usual = await this.usualGroups(tx, rows);
    for (const row of rows) countFiling(sums, book, { ...row, working: working(row.submittedAt) }, usual(row.serviceId));
  }

  /** Where tickets of a service go without rules. */
  private async usualGroups(tx: Tx, rows: readonly FiledTicket[]): Promise<(serviceId: string | null) => string | null> {
    const [firstLine = null] = await this.identity.userSupportGroups(tx);
    const found = new Map<string | null, string | null>();
    for (const serviceId of new Set(rows.map((row) => row.serviceId)))
      found.set(serviceId, (serviceId === null ? null : await this.catalogue.defaultGroupOf(serviceId, tx)) ?? firstLine);
    return (serviceId) => found.get(serviceId) ?? null;
  }
}

const cursorOf = ({ submittedAt, id }: TicketPlace): string => writeCursor([formatInstant(submittedAt), id]);

function placeOf(cursor: string | null): TicketPlace | null {
  const [at, id] = readCursor(cursor ?? undefined, 2) ?? [];
  return at === undefined || id === undefined ? null : { submittedAt: parseInstant(String(at)) as Instant, id: String(id) };
}
