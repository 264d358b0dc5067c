import { FigureResponse } from '#platform';
import type { LifecycleName } from '../../domain/process.js';

/** Seconds. The ninetieth percentile from ten on. */
export class FlowTimesResponse {
  median: number;
  p90: number | null;
  mean: number;
}

export class FlowLengthsResponse {
  calendar: FlowTimesResponse | null;
  /** What of it was working time (office hours). */
  working: FlowTimesResponse | null;
}

export class FlowActivityResponse {
  activity: string;
  visits: number;
  cases: number;
  /** Visits times mean stay, in seconds of the calendar and of working time. */
  waiting: number;
  workingWaiting: number;
  /** Of the waiting of all activities, in percent. */
  waitingShare: number | null;
  /** Cases that came back to it; null where they are fewer than five. */
  returns: number | null;
  mark: string;
}

/** What came directly after what. */
export class FlowMoveResponse extends FlowLengthsResponse {
  from: string;
  to: string;
  /** How often, and in how many cases. */
  count: number;
  cases: number;
  mark: string;
}

export class FlowEndResponse {
  activity: string;
  cases: number;
}

export class FlowVariantResponse {
  /** Names the cases behind it. */
  key: string;
  trace: string[];
  cases: number;
}

/** Null where fewer than five cases went so. */
export class FlowExtraResponse {
  cases: number | null;
  share: FigureResponse | null;
  /** What all of them took from there on, and how that lies. */
  extraSeconds: number | null;
  times: FlowTimesResponse | null;
  mark: string;
}

export class FlowDeviationResponse {
  mark: string;
  text: string;
  cases: number;
}

export class FlowConformanceResponse {
  share: FigureResponse;
  steps: number;
  allowedSteps: number;
  deviations: FlowDeviationResponse[];
  /** Behind all of them. */
  mark: string;
}

/** What is not shown because fewer than five cases went so. */
export class FlowHiddenResponse {
  activities: number;
  moves: number;
  variants: number;
  variantCases: number;
}

/** A process as it really went (DOMAIN 7.3). */
export class FlowResponse {
  cases: number;
  events: number;
  lengths: FlowLengthsResponse;
  activities: FlowActivityResponse[];
  moves: FlowMoveResponse[];
  start: FlowEndResponse[];
  end: FlowEndResponse[];
  /** The commonest, at most fifty. */
  variants: FlowVariantResponse[];
  variantCount: number;
  rework: FlowExtraResponse;
  pingPong: FlowExtraResponse;
  reopened: FlowExtraResponse | null;
  conformance: FlowConformanceResponse | null;
  hidden: FlowHiddenResponse;
}

export class FlowRunResponse {
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number | null;
}

/** The flow of a selection; or how far the run is that mines it. */
export class FlowAnswerResponse {
  /** Null of an imported log. */
  lifecycle: LifecycleName | null;
  /** Versions of the lifecycle by which the cases were judged. */
  versions: number[];
  from: string | null;
  to: string | null;
  /** The instant of its data: everything that had ended by then. */
  dataAt: string;
  cases: number;
  /** Of them history that was taken in. */
  importedCases: number;
  /** Null while a run mines it, and where fewer than five cases were found. */
  flow: FlowResponse | null;
  /** More cases than are mined while somebody waits: begin a run, and ask again while it is under way. */
  needsRun: boolean;
  run: FlowRunResponse | null;
}

export class FlowCaseResponse {
  id: string;
  number: string;
  title: string;
  closedAt: string;
  /** From its first state to its last, in seconds of the calendar. */
  seconds: number;
  /** How it went otherwise than it should, in words. */
  deviations: string[];
}

export class FlowCasesResponse {
  items: FlowCaseResponse[];
  nextCursor: string | null;
}
