import type { Instant } from '#kernel';

/** States and events of the incident's lifecycle that a log can lead through. */
export type CaseState = 'new' | 'assigned' | 'in_progress' | 'on_hold' | 'resolved' | 'closed';
export type HoldReason = 'awaiting_requester' | 'awaiting_vendor' | 'awaiting_change' | 'awaiting_internal';
export type StepEvent =
  'submit' | 'assign' | 'reassign' | 'accept' | 'hold' | 'resume' | 'resolve' | 'close' | 'reopen' | 'priority' | 'update';

/** Impact, urgency and priority, as the log recorded them. */
export interface Weight {
  readonly impact: number;
  readonly urgency: number;
  readonly priority: number;
}

/** One thing that happened to a case; labels are those of the log. */
export interface Step {
  readonly event: StepEvent;
  readonly at: Instant;
  /** The row that it comes from. */
  readonly line: number;
  /** The log does not show it; the lifecycle needs it between two things that the log does show. */
  readonly inserted: boolean;
  readonly from: CaseState | null;
  readonly to: CaseState;
  readonly group: string | null;
  readonly assignee: string | null;
  readonly fromGroup: string | null;
  readonly fromAssignee: string | null;
  /** The case changed its group (the log's `reassignment_count` went up). */
  readonly hop: boolean;
  readonly hold: HoldReason | null;
  readonly weight: Weight;
  readonly fromWeight: Weight;
  readonly logState: string;
}

/** What the log shows and the lifecycle has no place for. */
export interface LeftAside {
  /** Rows in the state `-100`. */
  readonly unknownState: number;
  /** Rows that say New after work had begun. */
  readonly lateNew: number;
  /** Closings that the log undid; the incident stays resolved, so that its reopening is a lawful one. */
  readonly closingsUndone: number;
  /** Changes of group or assignee after the resolution: taken as facts, not as steps. */
  readonly movesAfterResolution: number;
}

/** One incident of the log, folded. */
export interface ImportedCase {
  readonly number: string;
  readonly submittedAt: Instant;
  readonly caller: string | null;
  readonly location: string | null;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly symptom: string | null;
  readonly contact: string | null;
  readonly closedCode: string | null;
  readonly madeSla: boolean;
  readonly rows: number;
  readonly steps: readonly Step[];
  readonly leftAside: LeftAside;
  readonly final: {
    readonly state: CaseState;
    readonly hold: HoldReason | null;
    readonly group: string | null;
    readonly assignee: string | null;
    readonly weight: Weight;
    readonly resolverGroup: string | null;
    readonly resolver: string | null;
    readonly resolvedAt: Instant | null;
    readonly closedAt: Instant | null;
    readonly hops: number;
    readonly reopens: number;
    readonly updatedAt: Instant;
  };
}
