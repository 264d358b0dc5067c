import { CalendarBook, type WorkingCalendar } from '#calendars';
import { DomainError } from '#kernel';
import type { Tx } from '#platform';
import type { ClockFacts, ImportClocks, ImportRules, ReplayedClocks } from '#sla';
import { compareSla, type SlaVerdict, type TimedTarget } from './compare-sla.js';
import type { CaseEvent } from './case-events.js';
import type { ImportedCase } from './imported-case.js';

/** A case's clocks, and how the resolution clock's outcome compares with the log's. */
export interface FoldedClocks {
  readonly replayed: ReplayedClocks;
  readonly verdict: SlaVerdict;
}

/** Folds the clocks of the log's cases by the policies that are in force now, of the agreements that held at the time. */
export class LogClocks {
  private constructor(
    private readonly clocks: ImportClocks,
    private readonly rules: ImportRules,
    private readonly continuous: WorkingCalendar,
    private readonly office: WorkingCalendar,
  ) {}

  /** Reads policy and calendars once for a run. */
  static async open(clocks: ImportClocks, book: CalendarBook): Promise<LogClocks> {
    return new LogClocks(clocks, await clocks.rules(), await book.byCode('24x7'), await book.byCode('lv-8x5'));
  }

  fold(folded: ImportedCase, events: readonly CaseEvent[]): FoldedClocks {
    const { continuous, office } = this;
    const replayed = this.clocks.replay(events, this.rules);
    const met = replayed.clocks.find(({ kind }) => kind === 'resolution')?.state.outcome === 'met';
    return { replayed, verdict: compareSla({ folded, met, targetOf: (priority) => this.targetOf(priority), continuous, office }) };
  }

  async keep(tx: Tx, replayed: readonly ReplayedClocks[]): Promise<void> {
    await this.clocks.importClocks(tx, replayed, this.rules);
  }

  private targetOf(priority: number): TimedTarget {
    const facts: ClockFacts = { ticketType: 'incident', institutionId: '', serviceId: null, groupId: null, priority };
    const target = this.rules.targets(facts, this.rules.until).find(({ kind }) => kind === 'resolution');
    if (!target) throw new DomainError('cli.replay-no-target', { priority }, 'invalid');
    return { seconds: target.seconds, calendar: this.rules.calendars(target.calendarId) };
  }
}
