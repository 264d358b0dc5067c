/** Everything; or the tickets of a few days drawn at random. */
export type RecountKind = 'all' | 'days';

/** A fact or a cell that did not say what the events say, as a person looks it up. */
export interface Difference {
  readonly table: string;
  /** The id of a fact. */
  readonly id?: string;
  /** The month and key of a cell, what it said and what it should have. */
  readonly cell?: {
    readonly edition: number;
    readonly month: string;
    readonly key: Readonly<Record<string, string | number>>;
    readonly is: Readonly<Record<string, number>>;
    readonly shouldBe: Readonly<Record<string, number>>;
  };
}

/** What a recount came to. */
export interface RecountOutcome {
  readonly tickets: number;
  /** Tickets that had events whose reaction was still to come; they are up to date now. */
  readonly caughtUp: number;
  /** Facts and cells that did not say what the events say. */
  readonly differences: number;
  /** How many of them say it now. */
  readonly healed: number;
}

/** How far a recount is. */
export interface RecountProgress {
  readonly tickets: number;
  readonly caughtUp: number;
  readonly facts: number;
  readonly cells: number;
  /** The tables of cells that have been recounted; null while there are facts to recount. */
  readonly tables: number | null;
  /** The first differences that were found. */
  readonly found: readonly Difference[];
}

export const NOTHING_RECOUNTED: RecountProgress = { tickets: 0, caughtUp: 0, facts: 0, cells: 0, tables: null, found: [] };

/** So many differences are kept with a recount; the others are counted. */
export const DIFFERENCES_KEPT = 50;

export function outcomeOf({ tickets, caughtUp, facts, cells }: RecountProgress): RecountOutcome {
  return { tickets, caughtUp, differences: facts + cells, healed: facts + cells };
}

/** The event that tells of differences: somebody has to look why. */
export const DIFFERENCES_FOUND = 'kpis.differences-found';
