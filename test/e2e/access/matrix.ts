import { demoId } from '#identity';

/** People of the demonstration who stand for their roles; `toms` is an agent who belongs to no user-support group. */
export const PEOPLE = ['ilze', 'janis', 'zane', 'elina', 'rihards', 'toms', 'dace', 'andris', 'inga', 'admin'] as const;

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
}

export interface Call {
  /** Values of the path's parameters. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: object;
  /** Sends a small text file as `multipart/form-data`. */
  readonly file?: boolean;
}

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
  readonly state?: 'new' | 'in_progress' | 'on_hold' | 'resolved' | 'security' | 'notified' | 'relaxed' | 'breached' | 'void_requested';
  readonly call: (ids: Ids) => Call;
}

export type MatrixRow = PlainRow | PublicRow | RecordRow;

const EVERYBODY = PEOPLE;
const REQUESTERS = PEOPLE.filter((person) => person !== 'inga' && person !== 'admin');
const TICKET_READERS = PEOPLE.filter((person) => person !== 'admin');
const FIGURE_READERS: readonly Person[] = ['zane', 'elina', 'rihards', 'toms', 'dace', 'andris', 'inga'];
/** An id that no record has. */
const NOTHING = '00000000-0000-8000-8000-000000000000';
const STAFF: readonly Person[] = ['elina', 'rihards', 'toms', 'dace', 'andris', 'inga', 'admin'];

/** DOMAIN 9, "Read ticket" and "Restricted (security) ticket". */
export const SEES: ByOwner = {
  order: ['ilze', 'zane', 'elina', 'rihards', 'dace', 'andris', 'inga'],
  civil: ['janis', 'elina', 'rihards', 'dace', 'andris', 'inga'],
  restricted: ['ilze'],
};

/** Those for whom it is the work of their group. */
const WORK: ByOwner = { order: ['elina', 'rihards'], civil: ['elina', 'rihards'], restricted: [] };

/** The requester alone. */
const OWN: ByOwner = { order: ['ilze'], civil: ['janis'], restricted: ['ilze'] };

const both = (a: ByOwner, b: ByOwner): ByOwner => ({
  order: [...a.order, ...b.order],
  civil: [...a.civil, ...b.civil],
  restricted: [...a.restricted, ...b.restricted],
});

/** Staff who read it in the course of their work, internal notes and all. */
const STAFF_SEES: ByOwner = {
  order: ['elina', 'rihards', 'dace', 'andris', 'inga'],
  civil: ['elina', 'rihards', 'dace', 'andris', 'inga'],
  restricted: [],
};

const plain = (route: string, may: readonly Person[], more: Partial<PlainRow> = {}): PlainRow => ({ kind: 'plain', route, may, ...more });
const open = (route: string): PublicRow => ({ kind: 'public', route });
const ticket = (id: string): Call => ({ params: { id } });

/** Reading of a ticket: who sees it may. */
const read = (route: string): RecordRow => ({ kind: 'record', route, sees: SEES, may: SEES, call: (ids) => ticket(ids.ticket) });

/** Doing something to a ticket with a body. */
const act = (route: string, may: ByOwner, body: (ids: Ids) => object, more: Partial<RecordRow> = {}): RecordRow => ({
  kind: 'record',
  route,
  sees: SEES,
  may,
  call: (ids) => ({ ...ticket(ids.ticket), body: body(ids) }),
  ...more,
});

const IDENTITY: readonly MatrixRow[] = [
  open('POST /session'),
  open('GET /setup'),
  open('POST /setup'),
  plain('DELETE /session', EVERYBODY, { endsSession: true }),
  plain('GET /me', EVERYBODY),
  plain('PATCH /me', EVERYBODY, { call: { body: { locale: 'lv' } } }),
  plain('PUT /me/password', EVERYBODY, { call: { body: { currentPassword: 'wrong', newPassword: 'a long new password' } }, answers: 422 }),
  plain('GET /people', ['zane', ...STAFF], { call: { query: '?q=a' } }),
  plain('GET /groups', STAFF),
  plain('GET /institutions', EVERYBODY),
  plain('GET /services', EVERYBODY),
];

const HOURS = [['08:30', '17:00']];
const CALENDAR = { timezone: 'Europe/Riga', weekly: { mon: HOURS, fri: HOURS } };

const QUESTION = { operation: 'next', start: '2026-11-22T09:00:00+02:00' };
/** The calendar LV 8x5, and one that does not exist. */
const LV = { id: '0f6f2a7c-6d1e-4f5a-9d0b-ca1e00000001' };
const NOWHERE = { params: { id: '00000000-0000-4000-8000-000000000000' } };
const DRAFT = { ...NOWHERE, body: { validFrom: null, weekly: {}, exceptions: [], shortenedByMinutes: 0 } };

const CALENDARS: readonly MatrixRow[] = [
  plain('GET /calendars', STAFF),
  plain('POST /calendars', ['admin'], { call: { body: { code: 'X', nameLv: 'X', nameEn: 'X', timezone: 'UTC' } }, answers: 422 }),
  plain('GET /calendars/{id}', STAFF, { call: { params: LV } }),
  plain('GET /calendars/{id}/year', STAFF, { call: { params: LV, query: '?year=2026' } }),
  plain('POST /calendars/{id}/preview', STAFF, { call: { params: LV, body: QUESTION } }),
  plain('GET /calendars/{id}/draft', STAFF, { call: { params: LV }, answers: 404 }),
  plain('GET /calendars/{id}/draft/comparison', STAFF, { call: { params: LV }, answers: 404 }),
  plain('PUT /calendars/{id}/draft', ['admin'], { call: DRAFT, answers: 404 }),
  plain('DELETE /calendars/{id}/draft', ['admin'], { call: NOWHERE, answers: 404 }),
  plain('POST /calendars/{id}/draft/public-holidays', ['admin'], { call: { ...NOWHERE, body: { year: 2028 } }, answers: 404 }),
  plain('POST /calendars/{id}/draft/publication', ['dace'], { call: NOWHERE, answers: 404 }),
  plain('POST /calendars/preview', STAFF, {
    call: { body: { calendar: CALENDAR, ...QUESTION } },
  }),
];

const TICKETS: readonly MatrixRow[] = [
  plain('GET /tickets', TICKET_READERS, { call: { query: '?view=requested' } }),
  plain('GET /tickets/counts', TICKET_READERS),
  read('GET /tickets/{id}'),
  { ...read('GET /tickets/{id}'), when: 'by number', call: (ids) => ticket(ids.number) },
  read('GET /tickets/{id}/history'),
  read('GET /tickets/{id}/clocks'),
  { ...read('GET /tickets/{id}/clock-audit'), may: STAFF_SEES },
  read('GET /tickets/{id}/comments'),
  act('POST /tickets/{id}/comments', both(OWN, WORK), () => ({ body: 'Paldies.', visibility: 'public' }), { when: 'a public reply' }),
  act('POST /tickets/{id}/comments', WORK, () => ({ body: 'Zvanīju.', visibility: 'internal' }), { when: 'an internal note' }),
  read('GET /tickets/{id}/attachments'),
  { ...act('POST /tickets/{id}/attachments', both(OWN, WORK), () => ({})), call: (ids) => ({ ...ticket(ids.ticket), file: true }) },
  { ...read('GET /attachments/{id}/content'), when: 'a public file', call: (ids) => ticket(ids.file) },
  {
    ...read('GET /attachments/{id}/content'),
    when: 'a file of staff',
    sees: STAFF_SEES,
    may: STAFF_SEES,
    call: (ids) => ticket(ids.staffFile),
  },
  // The files of this world are texts, which have no preview: nobody finds one.
  { ...read('GET /attachments/{id}/preview'), sees: { order: [], civil: [], restricted: [] }, call: (ids) => ticket(ids.file) },
  read('GET /tickets/{id}/links'),
  act('POST /tickets/{id}/links', WORK, (ids) => ({ ticket: ids.other })),
  read('GET /tickets/{id}/watchers'),
  { ...act('PUT /tickets/{id}/watchers/{userId}', WORK, () => ({})), call: (ids) => ({ params: { id: ids.ticket, userId: ids.agent } }) },
  {
    ...act('DELETE /tickets/{id}/watchers/{userId}', WORK, () => ({})),
    call: (ids) => ({ params: { id: ids.ticket, userId: ids.agent } }),
  },
];

/** Some instant that has passed. */
export const NOW = new Date().toISOString();
/** The lead of the first line. */
const LEADS: ByOwner = { order: ['rihards'], civil: ['rihards'], restricted: [] };

const INCIDENTS: readonly MatrixRow[] = [
  plain('GET /lifecycles/incident', EVERYBODY),
  plain('POST /incidents', REQUESTERS, { call: { body: { title: 'Nedrukā', description: 'Neko.' } } }),
  act('POST /incidents/{id}/acceptance', WORK, () => ({})),
  act('POST /incidents/{id}/assignment', WORK, (ids) => ({ groupId: ids.group, reason: 'Tīkla kļūda.' })),
  act('POST /incidents/{id}/hold', WORK, () => ({ reason: 'awaiting_vendor' }), { state: 'in_progress' }),
  act('POST /incidents/{id}/resumption', WORK, () => ({}), { state: 'on_hold' }),
  act('POST /incidents/{id}/resolution', WORK, () => ({ code: 'fixed', text: 'Nomainīts kabelis.' }), { state: 'in_progress' }),
  act('POST /incidents/{id}/confirmation', OWN, () => ({}), { state: 'resolved' }),
  act('POST /incidents/{id}/reopening', both(OWN, WORK), () => ({ reason: 'Joprojām nedarbojas.' }), { state: 'resolved' }),
  act('POST /incidents/{id}/cancellation', both(OWN, WORK), () => ({ reason: 'withdrawn' })),
  act('POST /incidents/{id}/service', WORK, () => ({ serviceId: demoId('service', 'EID') })),
  act('POST /incidents/{id}/security', WORK, () => ({ awareAt: NOW })),
  act('POST /incidents/{id}/security/warning-sent', WORK, () => ({ at: NOW }), { state: 'security' }),
  act('POST /incidents/{id}/security/notification-sent', WORK, () => ({ at: NOW }), { state: 'security' }),
  act('POST /incidents/{id}/security/final-report-sent', WORK, () => ({ at: NOW }), { state: 'notified' }),
  act('POST /incidents/{id}/major', LEADS, () => ({ major: true })),
  act('POST /incidents/{id}/priority', WORK, () => ({ impact: 2, urgency: 2, reason: 'new_information' })),
];

/** The policy that every installation begins with. */
const POLICY = '0f6f2a7c-6d1e-4f5a-9d0b-5a1c00000001';
const NO_AGREEMENT = '00000000-0000-8000-8000-000000000000';
const AGREEMENT = { kind: 'sla', reference: 'Vienošanās 1', validFrom: '2090-01-01' };

/** DOMAIN 9, "SLA, catalogue set-up": the Centre reads, the administrator drafts, the manager publishes what somebody else drafted. */
const POLICIES: readonly MatrixRow[] = [
  plain('GET /policies', STAFF),
  plain('POST /policies', ['admin'], { call: { body: { code: 'matrica', nameLv: 'Matrica', nameEn: 'Matrix' } } }),
  plain('GET /policies/match', STAFF, { call: { query: '?ticketType=incident&priority=3' } }),
  plain('GET /policies/{id}/versions/{version}', STAFF, { call: { params: { id: POLICY, version: '1' } } }),
  plain('PUT /policies/{id}/draft', ['admin'], { call: { params: { id: POLICY }, body: { midFlightRule: 'replay', targets: [] } } }),
  plain('GET /policies/{id}/draft', STAFF, { call: { params: { id: POLICY } } }),
  plain('GET /policies/{id}/draft/comparison', STAFF, { call: { params: { id: POLICY } } }),
  // The draft of this world is empty, which nobody may publish.
  plain('POST /policies/{id}/draft/publication', ['dace'], { call: { params: { id: POLICY }, body: {} }, answers: 409 }),
  plain('DELETE /policies/{id}/draft', ['admin'], { call: { params: { id: POLICY } } }),
  plain('GET /agreements', STAFF),
  plain('POST /agreements', ['admin'], { call: { body: AGREEMENT } }),
  plain('GET /agreements/{id}', STAFF, { call: { params: { id: NO_AGREEMENT } }, answers: 404 }),
  plain('PUT /agreements/{id}', ['admin'], { call: { params: { id: NO_AGREEMENT }, body: AGREEMENT }, answers: 404 }),
  plain('POST /agreements/{id}/ending', ['admin'], {
    call: { params: { id: NO_AGREEMENT }, body: { validTo: '2090-01-01', reason: 'Pārbaude' } },
    answers: 404,
  }),
];

/** Deciding about a clock. */
const decide = (what: string, may: ByOwner, state: RecordRow['state'], body: () => object = () => ({})): RecordRow => ({
  ...act(`POST /tickets/{id}/clocks/{clockId}/${what}`, may, body, { state }),
  call: (ids) => ({ params: { id: ids.ticket, clockId: ids.clock }, body: body() }),
});
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

const CLOCKS: readonly MatrixRow[] = [
  decide('relaxation-confirmation', LEADS, 'relaxed'),
  decide('void-requests', WORK, 'breached', () => ({ reason: 'wrong_registration', note: 'Bija P5.', priority: 5 })),
  decide('void-confirmation', LEADS, 'void_requested'),
  decide('void-refusal', LEADS, 'void_requested'),
  decide('pause-correction', LEADS, 'in_progress', () => ({ from: ago(4), to: ago(2), reason: 'Aizmirsts.' })),
];

const RATINGS: readonly MatrixRow[] = [
  open('GET /ratings/links/{token}'),
  open('POST /ratings/links/{token}'),
  read('GET /tickets/{id}/rating'),
  act('POST /tickets/{id}/rating', OWN, () => ({ value: 'good' }), { state: 'resolved' }),
  act('PUT /tickets/{id}/rating', OWN, () => ({ value: 'satisfactory', comment: 'Ilgi.' }), { state: 'resolved' }),
];

const FIGURES: readonly MatrixRow[] = [
  plain('GET /kpis/{code}', FIGURE_READERS, { call: { params: { code: 'KPI-02' } } }),
  plain('GET /kpis/{code}/rows', FIGURE_READERS, { call: { params: { code: 'KPI-09' } } }),
  plain('POST /kpis/{code}/recount', ['dace', 'admin'], { call: { params: { code: 'KPI-02' } } }),
  plain('POST /kpis/{code}/restatements', ['dace', 'admin'], {
    call: { params: { code: 'KPI-09' }, body: { month: '2020-01', reason: 'Pārbaude.' } },
    answers: 409,
  }),
  plain('GET /reports/sla-compliance', FIGURE_READERS),
  plain('GET /reports/sla-compliance/rows', FIGURE_READERS),
  plain('GET /reports/sla-compliance/export', FIGURE_READERS, { call: { query: '?format=csv' } }),
  plain('GET /reports/sla-compliance/rows/export', FIGURE_READERS, { call: { query: '?format=csv' } }),
  plain('GET /reports/sla-honesty', FIGURE_READERS),
];

const NEWS: readonly MatrixRow[] = [
  plain('GET /notices', EVERYBODY),
  plain('POST /notices/read', EVERYBODY, { call: { body: { all: true } } }),
  plain('GET /stream', EVERYBODY),
  plain('POST /calendars/{id}/draft/impact', ['dace', 'admin'], { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('GET /sla-runs', STAFF),
  plain('GET /sla-runs/{id}', STAFF, { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('POST /sla-runs/{id}/cancellation', ['dace', 'inga'], { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('POST /what-if', ['dace', 'inga'], { call: { body: { from: '2016-01', to: '2016-01' } }, answers: 202 }),
  plain('GET /what-if', ['dace', 'inga']),
  plain('GET /what-if/{id}', ['dace', 'inga'], { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('GET /mailbox', ['admin']),
  plain('GET /mailbox/{id}/page', ['admin'], { call: { params: { id: '00000000-0000-8000-8000-000000000000' } }, answers: 404 }),
  plain('GET /mailbox/{id}', ['admin'], { call: { params: { id: '00000000-0000-8000-8000-000000000000' } }, answers: 404 }),
  plain('GET /audit-events', ['inga', 'admin']),
];

/**
 * Who may do what: one row for each route, several where it depends on the body. A route without a row fails, and so does a row
 * without a route.
 */
export const MATRIX: readonly MatrixRow[] = [
  ...IDENTITY,
  ...CALENDARS,
  ...TICKETS,
  ...INCIDENTS,
  ...CLOCKS,
  ...POLICIES,
  ...RATINGS,
  ...FIGURES,
  ...NEWS,
];
