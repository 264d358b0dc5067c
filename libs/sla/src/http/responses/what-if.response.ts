import { RefResponse } from '#identity';
import { formatInstant, type Instant } from '#kernel';
import type { ClockKind } from '../../domain/ledger-entry.js';
import type { ShownChange, ShownWhatIf, WhatIfResult } from '../../reads/what-ifs.js';
import { SlaRunResponse } from './sla-run.response.js';

/**
 * Clocks met out of those decided, with the 95 % Wilson interval; percent with one decimal. Of fewer than ten clocks there is no percent, of fewer
 * than five no interval.
 */
export class SharedFigureResponse {
  met: number;
  breached: number;
  n: number;
  percent: number | null;
  low: number | null;
  high: number | null;
}

/** The same clocks as they were decided, and as they would have been. */
export class ComparedResponse {
  asWas: SharedFigureResponse;
  asWouldBe: SharedFigureResponse;
}

export class ComparedKindResponse extends ComparedResponse {
  kind: 'response' | 'resolution';
}

export class ComparedPriorityResponse extends ComparedResponse {
  priority: number;
}

export class ComparedInstitutionResponse extends ComparedResponse {
  institution: RefResponse;
}

/** Clocks that the rules in force, replayed over the same history, decide otherwise than they are kept. */
export class ReplayDifferenceResponse {
  outcomes: number;
  /** Deadlines that differ by more than a second. */
  deadlines: number;
}

export class WhatIfResultResponse extends ComparedResponse {
  tickets: number;
  byKind: ComparedKindResponse[];
  byPriority: ComparedPriorityResponse[];
  byInstitution: ComparedInstitutionResponse[];
  /** Clocks that would still be open. */
  undecided: number;
  /** Clocks that would have no promise. */
  unpromised: number;
  /** Clocks that were met and would have been breached, and the reverse. */
  toBreached: number;
  toMet: number;
  replayDiffers: ReplayDifferenceResponse;
}

export class TicketNameResponse {
  number: string;
  title: string;
}

/** A clock that changes sides. */
export class ChangedSideResponse {
  /** Null where the person may not see it. */
  ticket: TicketNameResponse | null;
  kind: ClockKind;
  priority: number;
  institution: RefResponse;
  was: 'met' | 'breached';
  would: 'met' | 'breached';
  /** Null where the clock stood still when it was decided. */
  deadlineWas: string | null;
  deadlineWould: string | null;

  static from({ ticket, kind, priority, institution, was, would, deadlineWas, deadlineWould }: ShownChange): ChangedSideResponse {
    const text = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));
    return { ticket, kind, priority, institution, was, would, deadlineWas: text(deadlineWas), deadlineWould: text(deadlineWould) };
  }
}

export class AskedTargetResponse {
  priority: number;
  kind: 'response' | 'resolution';
  seconds: number;
  calendarCode: string;
}

export class AskedResponse {
  from: string;
  to: string;
  policyDraftId: string | null;
  calendarId: string | null;
  targets: AskedTargetResponse[];
}

/** A what-if: what was asked, how far it is, and what it came to. */
export class WhatIfResponse {
  run: SlaRunResponse;
  asked: AskedResponse;
  result: WhatIfResultResponse | null;

  static from({ run, asked, result }: ShownWhatIf): WhatIfResponse {
    const { from, to, policyDraftId = null, calendarId = null, targets = [] } = asked;
    return {
      run: SlaRunResponse.from(run),
      asked: { from, to, policyDraftId, calendarId, targets: [...targets] },
      result: result && writeResult(result),
    };
  }
}

export class WhatIfsResponse {
  items: WhatIfResponse[];
}

export class WhatIfDetailResponse extends WhatIfResponse {
  /** At most five hundred, those whose deadlines lie farthest apart; none for who reads aggregates only. */
  changed: ChangedSideResponse[];
}

function writeResult(result: WhatIfResult): WhatIfResultResponse {
  const byKind = result.byKind.map(({ kind, ...pair }) => ({ ...pair, kind: kind as 'response' | 'resolution' }));
  return { ...result, byKind, byPriority: [...result.byPriority], byInstitution: [...result.byInstitution] };
}
