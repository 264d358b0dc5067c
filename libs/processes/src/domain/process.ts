import type { Instant } from '#kernel';
import type { Stage } from './process-lifecycle.js';

/** A duty that the process gives to somebody, in words. */
export interface ProcessRole {
  readonly name: string;
  readonly duty: string;
}

/** What a process is, as its owner describes it. */
export interface ProcessTerms {
  readonly scope: string;
  readonly description: string;
  readonly roles: readonly ProcessRole[];
  /** The lifecycle whose tickets are its live records; null where it runs outside the desk. */
  readonly lifecycle: LifecycleName | null;
  /** Codes of KPIs that measure it. */
  readonly metrics: readonly string[];
  /** Why fewer than thirty records in three months are its ordinary volume. */
  readonly lowVolumeReason: string | null;
}

/** Lifecycles of the desk whose traces are held against their tables. */
export const LIFECYCLE_NAMES = ['incident', 'change'] as const;

export type LifecycleName = (typeof LIFECYCLE_NAMES)[number];

/** A process of the register (DOMAIN 2.2 ProcessEntry). */
export interface ProcessRecord extends ProcessTerms {
  readonly id: string;
  readonly practice: string;
  readonly ownerId: string | null;
  readonly stage: Stage;
  readonly stageSince: Instant;
  /** The version of the lifecycle that was in force when the process was approved. */
  readonly lifecycleVersion: number | null;
  /** `YYYY-MM-DD`, a year after it was implemented or last reviewed. */
  readonly reviewDueOn: string | null;
  readonly revision: number;
}

export const EVIDENCE_KINDS = ['order', 'external', 'review'] as const;

/** An order approves it; external evidence stands for what runs outside the desk or before it; a review confirms it each year. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A document that proves something of a process. Nothing of it changes; it is verified, and it may be withdrawn. */
export interface Evidence {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly document: string;
  readonly orderNumber: string | null;
  /** `YYYY-MM-DD`. */
  readonly orderDate: string | null;
  readonly signatory: string | null;
  readonly fileName: string | null;
  /** Hex. */
  readonly fileSha256: string | null;
  /** The last day on which it holds; null: until withdrawn. */
  readonly validTo: string | null;
  readonly addedById: string;
  readonly addedAt: Instant;
  readonly verifiedById: string | null;
  readonly verifiedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawalReason: string | null;
}

/** What the desk itself shows of a process in one month. Nobody enters it. */
export interface MonthCount {
  /** `YYYY-MM` of Europe/Riga. */
  readonly month: string;
  /** Records that began in it; taken-in history and tests are none. */
  readonly live: number;
  /** Records that ended in it, and those of them that went as the lifecycle and the rules say. */
  readonly judged: number;
  readonly conforming: number;
}

export const withdrawn = ({ withdrawnAt }: Pick<Evidence, 'withdrawnAt'>): boolean => withdrawnAt !== null;

/** Does it hold on that day (`YYYY-MM-DD`)? */
export const holdsOn = (evidence: Evidence, day: string): boolean =>
  !withdrawn(evidence) && (evidence.validTo === null || evidence.validTo >= day);
