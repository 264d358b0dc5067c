import { RefResponse } from '#identity';

/** A stretch of a text that was looked for, in UTF-16 units; `to` is no longer part of it. */
export class HitMarkResponse {
  from: number;
  to: number;
}

export class MarkedTextResponse {
  text: string;
  marks: HitMarkResponse[];
}

export class HitExcerptResponse extends MarkedTextResponse {
  /** Where it stands. */
  in: 'description' | 'comment' | 'note';
}

export class TicketHitResponse {
  id: string;
  number: string;
  type: string;
  title: MarkedTextResponse;
  /** Where a word stands that the title does not hold. */
  excerpt: HitExcerptResponse | null;
  state: string;
  holdReason: string | null;
  priority: number;
  institution: RefResponse;
  service: RefResponse | null;
  affectedUser: RefResponse;
  submittedAt: string;
}

export class PersonHitResponse {
  id: string;
  name: MarkedTextResponse;
  email: string | null;
  phone: string | null;
  institution: RefResponse;
}

export class ServiceHitResponse {
  id: string;
  name: MarkedTextResponse;
  description: string;
}

export class ItemHitResponse {
  id: string;
  tag: string;
  name: MarkedTextResponse;
  class: string;
  institution: RefResponse;
  custodian: RefResponse | null;
}

export class KnownErrorHitResponse {
  /** Null for whoever only meets it. */
  number: string | null;
  title: MarkedTextResponse;
  workaround: string;
  service: RefResponse | null;
}

export class CorrectionResponse {
  typed: string;
  takenFor: string;
}

/** What was found, as far as the reader may see it. Only tickets go on over pages. */
export class SearchResponse {
  tickets: TicketHitResponse[];
  people: PersonHitResponse[];
  services: ServiceHitResponse[];
  items: ItemHitResponse[];
  knownErrors: KnownErrorHitResponse[];
  nextCursor: string | null;
  /** Words that stand nowhere, and what was looked for instead. */
  corrections: CorrectionResponse[];
}

export class SimilarTicketsResponse {
  /** At most five open tickets, the likest first. */
  items: TicketHitResponse[];
}

export class IndexStateResponse {
  /** About how many documents there are. */
  documents: number;
  /** Changes of tickets that the index does not know yet. */
  waiting: number;
  /** How old the oldest of them is, in seconds; 0 where none waits. */
  lagSeconds: number;
  /** The latest rebuild. */
  rebuild: IndexRebuildResponse | null;
}

export class IndexRebuildResponse {
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number | null;
  startedAt: string | null;
  finishedAt: string | null;
}
