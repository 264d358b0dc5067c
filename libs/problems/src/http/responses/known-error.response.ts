import { RefResponse } from '#identity';

export class KnownProblemResponse {
  id: string;
  number: string;
}

/** A known error that sounds like what is typed or answered. */
export class KnownErrorResponse {
  /** Null for whoever only meets it. */
  problem: KnownProblemResponse | null;
  title: string;
  /** What to do until it is resolved, in the words meant for the reader. */
  workaround: string;
  /** For staff. */
  rootCause: string | null;
  service: RefResponse | null;
}

export class KnownErrorsResponse {
  items: KnownErrorResponse[];
}
