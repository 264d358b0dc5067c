/** People of the demonstration who stand for their roles; `toms` is an agent who belongs to no user-support group. */
export const PEOPLE = [
  'ilze',
  'janis',
  'zane',
  'elina',
  'rihards',
  'toms',
  'dace',
  'andris',
  'sanita',
  'viktors',
  'inga',
  'admin',
] as const;

export type Person = (typeof PEOPLE)[number];

/**
 * Whose record is asked for: a ticket of ilze's institution, one of janis's, and a restricted one of ilze's. All three are with
 * the first line.
 */
export const OWNERS = ['order', 'civil', 'restricted'] as const;

export type Owner = (typeof OWNERS)[number];

export type ByOwner = Readonly<Record<Owner, readonly Person[]>>;

/** Ids of one record and of what belongs to it; for a record that does not exist, ids of nothing. */
export interface Ids {
  readonly ticket: string;
  readonly number: string;
  /** A public file and a file of staff alone. */
  readonly file: string;
  readonly staffFile: string;
  /** Another ticket of the same kind and owner. */
  readonly other: string;
  /** Some agent, and the group that tickets are handed on to. */
  readonly agent: string;
  readonly group: string;
  /** A clock of the ticket: of a breached one the response, else the resolution. */
  readonly clock: string;
  /** A device of the owner: ilze's, janis's, and for `restricted` a server of the Centre that is nobody's. */
  readonly item: string;
  /** Of a change: who outside was asked to concur. */
  readonly concurrence?: string;
  /** Of a problem: a change that is still to be carried out. */
  readonly change?: string;
}

export interface Call {
  /** Values of the path's parameters. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: object;
  /** Sends a small text file as `multipart/form-data`. */
  readonly file?: boolean;
}

/** States of an incident, and of a change that the first line carries out (`change_...`). */
export type RecordState =
  | 'new'
  | 'in_progress'
  | 'on_hold'
  | 'resolved'
  | 'security'
  | 'notified'
  | 'relaxed'
  | 'breached'
  | 'void_requested'
  | TogetherState
  | ChangeRecordState
  | ProblemRecordState;

/** A ticket with another: merged with an earlier one, parent of a child, related. */
export type TogetherState = 'merged' | 'parent' | 'related' | 'urgent';

export type ProblemRecordState = 'problem_new' | 'problem_investigating' | 'problem_known' | 'problem_accepted' | 'problem_watched';

export type ChangeRecordState =
  | 'change_draft'
  | 'change_assessing'
  | 'change_standard'
  | 'change_scheduled'
  | 'change_started'
  | 'change_finished'
  | 'change_cancelled'
  | 'change_emergency'
  | 'change_consented'
  | 'change_asked_outside';

interface Row {
  /** `METHOD /path/{parameter}` below `/api/v1`, as the OpenAPI document writes it. */
  readonly route: string;
  /** Tells rows of one route apart. */
  readonly when?: string;
}

/** A route without a record of somebody's: who gets through; everybody else who is signed in is refused with 403. */
export interface PlainRow extends Row {
  readonly kind: 'plain';
  readonly may: readonly Person[];
  readonly call?: Call;
  /** The answer of who gets through, where it is not a success (a wrong password, an unknown id). */
  readonly answers?: number;
  /** Ends the session that it is called with. */
  readonly endsSession?: boolean;
}

/** A route that anybody may call. */
export interface PublicRow extends Row {
  readonly kind: 'public';
}

/**
 * A route to a record. Who does not see the record gets the very answer that a record that does not exist gives; who sees it
 * and may not do this gets 403; the others succeed.
 */
export interface RecordRow extends Row {
  readonly kind: 'record';
  readonly sees: ByOwner;
  readonly may: ByOwner;
  /** The state that the ticket must be in; `new` where left out. */
  readonly state?: RecordState;
  readonly call: (ids: Ids) => Call;
}

export type MatrixRow = PlainRow | PublicRow | RecordRow;

export const EVERYBODY = PEOPLE;
export const REQUESTERS = PEOPLE.filter((person) => person !== 'inga' && person !== 'admin');
export const TICKET_READERS = PEOPLE.filter((person) => person !== 'admin');
export const FIGURE_READERS: readonly Person[] = ['zane', 'elina', 'rihards', 'toms', 'dace', 'andris', 'sanita', 'viktors', 'inga'];
/** The survey owner and the asset manager read figures, not the tickets behind them. */
export const FIGURE_ROW_READERS = FIGURE_READERS.filter((person) => person !== 'sanita' && person !== 'viktors');
/** An id that no record has. */
export const NOTHING = '00000000-0000-8000-8000-000000000000';
export const STAFF: readonly Person[] = ['elina', 'rihards', 'toms', 'dace', 'andris', 'sanita', 'viktors', 'inga', 'admin'];

/** Staff who hand on work or answer for it; the survey owner does neither. */
export const TICKET_STAFF = STAFF.filter((person) => person !== 'sanita');

/** DOMAIN 9, "Read ticket" and "Restricted (security) ticket". */
export const SEES: ByOwner = {
  order: ['ilze', 'zane', 'elina', 'rihards', 'dace', 'andris', 'inga'],
  civil: ['janis', 'elina', 'rihards', 'dace', 'andris', 'inga'],
  restricted: ['ilze'],
};

/** Those for whom it is the work of their group. */
export const WORK: ByOwner = { order: ['elina', 'rihards'], civil: ['elina', 'rihards'], restricted: [] };

/** The requester alone. */
export const OWN: ByOwner = { order: ['ilze'], civil: ['janis'], restricted: ['ilze'] };

export const both = (a: ByOwner, b: ByOwner): ByOwner => ({
  order: [...a.order, ...b.order],
  civil: [...a.civil, ...b.civil],
  restricted: [...a.restricted, ...b.restricted],
});

/** Staff who read it in the course of their work, internal notes and all. */
export const STAFF_SEES: ByOwner = {
  order: ['elina', 'rihards', 'dace', 'andris', 'inga'],
  civil: ['elina', 'rihards', 'dace', 'andris', 'inga'],
  restricted: [],
};

export const plain = (route: string, may: readonly Person[], more: Partial<PlainRow> = {}): PlainRow => ({
  kind: 'plain',
  route,
  may,
  ...more,
});
export const open = (route: string): PublicRow => ({ kind: 'public', route });
export const ticket = (id: string): Call => ({ params: { id } });

/** Reading of a ticket: who sees it may. */
export const read = (route: string): RecordRow => ({ kind: 'record', route, sees: SEES, may: SEES, call: (ids) => ticket(ids.ticket) });

/** Doing something to a ticket with a body. */
export const act = (route: string, may: ByOwner, body: (ids: Ids) => object, more: Partial<RecordRow> = {}): RecordRow => ({
  kind: 'record',
  route,
  sees: SEES,
  may,
  call: (ids) => ({ ...ticket(ids.ticket), body: body(ids) }),
  ...more,
});

/** The lead of the first line. */
export const LEADS: ByOwner = { order: ['rihards'], civil: ['rihards'], restricted: [] };

/** Some instant that has passed. */
export const NOW = new Date().toISOString();
