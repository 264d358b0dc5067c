import type { Instant } from '#kernel';
import type { CaseState, HoldReason, ImportedCase, LeftAside, Step, StepEvent, Weight } from './imported-case.js';
import type { LogRow, LogState } from './log-row.js';

const HOLDS: Partial<Readonly<Record<LogState, HoldReason>>> = {
  'Awaiting User Info': 'awaiting_requester',
  'Awaiting Vendor': 'awaiting_vendor',
  'Awaiting Problem': 'awaiting_change',
  'Awaiting Evidence': 'awaiting_internal',
};

const WORK: ReadonlySet<LogState> = new Set<LogState>([
  'Active',
  'Awaiting User Info',
  'Awaiting Vendor',
  'Awaiting Problem',
  'Awaiting Evidence',
]);
const FINISHED: ReadonlySet<CaseState> = new Set<CaseState>(['resolved', 'closed']);

/** Folds the rows of one case through the lifecycle (DOMAIN 3.1); see the README for each decision. */
export function foldCase(rows: readonly LogRow[]): ImportedCase {
  return new CaseFold(rows).result();
}

const weightOf = ({ impact, urgency, priority }: LogRow): Weight => ({ impact, urgency, priority });

class CaseFold {
  private readonly rows: readonly LogRow[];
  private readonly steps: Step[] = [];
  private readonly lastWork: number;
  private state: CaseState | null = null;
  private hold: HoldReason | null = null;
  private group: string | null;
  private assignee: string | null;
  private weight: Weight;
  private hops = 0;
  private previous: LogState | null = null;
  private leftAside: { -readonly [K in keyof LeftAside]: LeftAside[K] } = {
    unknownState: 0,
    lateNew: 0,
    closingsUndone: 0,
    movesAfterResolution: 0,
  };

  constructor(rows: readonly LogRow[]) {
    // One case of the log is out of order; the sort is stable, so rows of one minute keep the order of the file.
    this.rows = rows.toSorted((a, b) => a.at - b.at);
    const first = this.first;
    this.group = first.group;
    this.assignee = null;
    this.weight = weightOf(first);
    this.lastWork = this.rows.findLastIndex((row) => WORK.has(row.state));
    this.rows.forEach((row, at) => this.take(row, at));
  }

  private get first(): LogRow {
    const [row] = this.rows;
    if (!row) throw new RangeError('a case without rows');
    return row;
  }

  private take(row: LogRow, at: number): void {
    const before = this.steps.length;
    if (this.state === null) this.submit(row);
    if (this.state !== null && FINISHED.has(this.state) && WORK.has(row.state))
      this.step(row, 'reopen', 'assigned', row.state !== 'Active');
    this.move(row);
    this.weigh(row);
    this.advance(row, at);
    // Each row stands in the history at its own instant, also one that changed nothing that the lifecycle knows.
    if (!this.steps.slice(before).some((s) => s.at === row.at && !s.inserted)) this.step(row, 'update', this.state ?? 'new', false);
    this.previous = row.state;
  }

  private submit(row: LogRow): void {
    this.step(row, 'submit', 'new', row.state !== 'New', { at: this.submittedAt });
  }

  /** `opened_at`, or the first event where the log has that one earlier. */
  private get submittedAt(): Instant {
    const { openedAt, at } = this.first;
    return openedAt < at ? openedAt : at;
  }

  /** Changes of group and assignee. A person who is not recorded on a later row of the same group is still the same. */
  private move(row: LogRow): void {
    const hop = row.reassignments > this.hops;
    this.hops = Math.max(this.hops, row.reassignments);
    const handedOver = row.assignee !== null && row.assignee !== this.assignee;
    if (!hop && !handedOver) return;
    const to = { group: hop ? row.group : this.group, assignee: hop || handedOver ? row.assignee : this.assignee };
    if (this.state !== null && FINISHED.has(this.state)) {
      this.leftAside.movesAfterResolution += 1;
      Object.assign(this, to);
      return;
    }
    this.step(row, this.state === 'new' ? 'assign' : 'reassign', 'assigned', false, { ...to, hop });
  }

  private weigh(row: LogRow): void {
    const { impact, urgency, priority } = this.weight;
    if (row.impact === impact && row.urgency === urgency && row.priority === priority) return;
    this.step(row, 'priority', this.state ?? 'new', false, { weight: weightOf(row) });
  }

  private advance(row: LogRow, at: number): void {
    const hold = HOLDS[row.state];
    if (hold) this.putOnHold(row, hold);
    else if (row.state === 'Active') this.work(row, this.previous === 'Active');
    else if (row.state === 'Resolved') this.resolve(row, false);
    else if (row.state === 'Closed') this.close(row, at);
    else if (row.state === '-100') this.leftAside.unknownState += 1;
    else if (this.state !== 'new' && this.state !== 'assigned') this.leftAside.lateNew += 1;
  }

  private work(row: LogRow, inserted: boolean): void {
    if (this.state === 'new' || this.state === 'assigned') this.step(row, 'accept', 'in_progress', inserted || this.justReopened(row));
    else if (this.state === 'on_hold') this.step(row, 'resume', 'in_progress', inserted);
  }

  private justReopened(row: LogRow): boolean {
    return this.steps.some((s) => s.line === row.line && s.event === 'reopen');
  }

  private putOnHold(row: LogRow, reason: HoldReason): void {
    if (this.state === 'on_hold' && this.hold === reason) return;
    this.work(row, true);
    this.step(row, 'hold', 'on_hold', this.previous === row.state, { hold: reason });
  }

  private resolve(row: LogRow, inserted: boolean): void {
    if (this.state !== null && FINISHED.has(this.state)) return;
    if (this.state === 'new' || this.state === 'assigned') this.work(row, true);
    this.step(row, 'resolve', 'resolved', inserted);
  }

  private close(row: LogRow, at: number): void {
    if (this.state === 'closed') return;
    this.resolve(row, true);
    if (at < this.lastWork) {
      if (this.previous !== 'Closed') this.leftAside.closingsUndone += 1;
      return;
    }
    this.step(row, 'close', 'closed', false);
  }

  private step(
    row: LogRow,
    event: StepEvent,
    to: CaseState,
    inserted: boolean,
    more: Partial<Pick<Step, 'at' | 'group' | 'assignee' | 'hop' | 'hold' | 'weight'>> = {},
  ): void {
    const {
      at = row.at,
      group = this.group,
      assignee = this.assignee,
      hop = false,
      hold = to === 'on_hold' ? this.hold : null,
      weight = this.weight,
    } = more;
    const { line, state: logState } = row;
    this.steps.push({
      event,
      at,
      line,
      inserted,
      from: this.state,
      to,
      group,
      assignee,
      fromGroup: this.group,
      fromAssignee: this.assignee,
      hop,
      hold,
      weight,
      fromWeight: this.weight,
      logState,
    });
    Object.assign(this, { state: to, group, assignee, hold, weight });
  }

  result(): ImportedCase {
    const { number, caller, contact, location } = this.first;
    const last = this.rows.at(-1) ?? this.first;
    const known = <K extends 'caller' | 'location' | 'category' | 'subcategory' | 'symptom'>(key: K): string | null =>
      last[key] ?? this.rows.find((row) => row[key] !== null)?.[key] ?? null;
    const { steps, leftAside, submittedAt } = this;
    return {
      number,
      submittedAt,
      // The institution is copied at submission and never follows the user; so is the requester.
      caller: caller ?? known('caller'),
      location: location ?? known('location'),
      category: known('category'),
      subcategory: known('subcategory'),
      symptom: known('symptom'),
      contact,
      closedCode: last.closedCode,
      madeSla: last.madeSla,
      rows: this.rows.length,
      steps,
      leftAside,
      final: this.final(last),
    };
  }

  private final(last: LogRow): ImportedCase['final'] {
    const resolved = this.steps.findLast((s) => s.event === 'resolve');
    const finished = this.state !== null && FINISHED.has(this.state);
    return {
      state: this.state ?? 'new',
      hold: this.hold,
      group: this.group,
      assignee: this.assignee,
      weight: this.weight,
      resolverGroup: finished ? (resolved?.group ?? null) : null,
      resolver: finished ? (resolved?.assignee ?? null) : null,
      resolvedAt: finished ? (resolved?.at ?? null) : null,
      closedAt: this.steps.find((s) => s.event === 'close')?.at ?? null,
      hops: this.hops,
      reopens: this.steps.filter((s) => s.event === 'reopen').length,
      updatedAt: last.at,
    };
  }
}
