import { DomainError, type DomainEvent, formatInstant, type Instant } from '#kernel';

/** A meeting is called, sits, and is closed for good; one that does not take place is cancelled. */
export const MEETING_STATES = ['planned', 'open', 'closed', 'cancelled'] as const;

export type MeetingState = (typeof MEETING_STATES)[number];

/** What came of a change on the agenda by the end of the meeting. */
export const AGENDA_RESULTS = ['granted', 'refused', 'open', 'none'] as const;

export type AgendaResult = (typeof AGENDA_RESULTS)[number];

export interface MeetingMember {
  readonly userId: string;
  /** Null until the meeting has noted it. */
  present: boolean | null;
}

/** A change on the agenda. The decision itself is each member's own, in `#approvals`; here stands what was said. */
export interface AgendaItem {
  readonly changeId: string;
  readonly position: number;
  notes: string | null;
  /** As it stood when the meeting was closed; null before. */
  result: AgendaResult | null;
  approved: number | null;
  rejected: number | null;
}

export interface MeetingRecord {
  readonly id: string;
  title: string;
  startsAt: Instant;
  place: string | null;
  /** How many members must be there for the meeting to be one. */
  quorum: number;
  state: MeetingState;
  minutes: string | null;
  readonly calledById: string;
  openedAt: Instant | null;
  closedAt: Instant | null;
  readonly version: number;
  members: MeetingMember[];
  agenda: AgendaItem[];
}

export interface Act {
  readonly by: string;
  readonly at: Instant;
}

/** How a change on the agenda stands in approvals now. */
export interface Verdict {
  readonly changeId: string;
  readonly result: AgendaResult;
  readonly approved: number;
  readonly rejected: number;
}

/** What may be changed of a meeting until it is closed. */
export interface MeetingEdit {
  readonly title?: string | undefined;
  readonly startsAt?: Instant | undefined;
  readonly place?: string | null | undefined;
  readonly memberIds?: readonly string[] | undefined;
  readonly quorum?: number | undefined;
  readonly changeIds?: readonly string[] | undefined;
  readonly minutes?: string | null | undefined;
  readonly notes?: readonly { readonly changeId: string; readonly notes: string | null }[] | undefined;
  readonly attendance?: readonly { readonly userId: string; readonly present: boolean }[] | undefined;
}

/** More than half of the members (DOMAIN 2.2: "quorum stored"). */
export const majority = (members: number): number => Math.floor(members / 2) + 1;

/** A meeting of the CAB with its rules. Methods change it or throw, and collect the events that saving appends. */
export class Meeting {
  readonly events: DomainEvent[] = [];

  constructor(readonly record: MeetingRecord) {}

  /** Those who are there. */
  get present(): number {
    return this.record.members.filter(({ present }) => present === true).length;
  }

  get quorate(): boolean {
    return this.present >= this.record.quorum;
  }

  /** Says that it was called, and to whom. Throws `changes.meeting-quorum-impossible`. */
  call(act: Act): void {
    this.checkQuorum();
    this.tell('called', act, { memberIds: this.memberIds, changeIds: this.changeIds });
  }

  /**
   * Says that it was moved where the time or the place is another one, and who was called in addition. Throws `changes.meeting-over` once it is
   * closed or cancelled; `changes.meeting-quorum-impossible`.
   */
  edit(edit: MeetingEdit, act: Act): void {
    this.requireState('planned', 'open');
    const { title, startsAt, place, minutes, quorum, memberIds, changeIds } = edit;
    const before = { startsAt: this.record.startsAt, place: this.record.place, memberIds: this.memberIds };
    Object.assign(
      this.record,
      Object.fromEntries(Object.entries({ title, startsAt, place, minutes }).filter(([, to]) => to !== undefined)),
    );
    if (memberIds) this.replaceMembers(memberIds);
    if (quorum !== undefined) this.record.quorum = quorum;
    if (changeIds) this.replaceAgenda(changeIds);
    for (const { changeId, notes } of edit.notes ?? []) this.item(changeId).notes = notes;
    for (const { userId, present } of edit.attendance ?? []) this.member(userId).present = present;
    this.checkQuorum();
    this.tellOfMove(before, act);
  }

  /** The meeting begins. */
  open(act: Act): void {
    this.requireState('planned');
    Object.assign(this.record, { state: 'open', openedAt: act.at });
    this.tell('opened', act, {});
  }

  /**
   * The meeting ends; its minutes are written and what came of each change is kept with them. Throws `changes.meeting-not-quorate`,
   * `changes.meeting-without-minutes`.
   */
  close(act: Act, verdicts: readonly Verdict[]): void {
    this.requireState('open');
    const { quorum, minutes, agenda } = this.record;
    if (!this.quorate) throw new DomainError('changes.meeting-not-quorate', { quorum, present: this.present });
    if (!minutes?.trim()) throw new DomainError('changes.meeting-without-minutes');
    for (const item of agenda) {
      const { result = 'none', approved = 0, rejected = 0 } = verdicts.find(({ changeId }) => changeId === item.changeId) ?? {};
      Object.assign(item, { result, approved, rejected });
    }
    Object.assign(this.record, { state: 'closed', closedAt: act.at });
    this.tell('closed', act, { present: this.present, quorum, results: agenda.map(({ changeId, result }) => ({ changeId, result })) });
  }

  cancel(act: Act): void {
    this.requireState('planned');
    Object.assign(this.record, { state: 'cancelled', closedAt: act.at });
    this.tell('cancelled', act, { memberIds: this.memberIds });
  }

  private get memberIds(): string[] {
    return this.record.members.map(({ userId }) => userId);
  }

  private get changeIds(): string[] {
    return this.record.agenda.map(({ changeId }) => changeId);
  }

  private requireState(...states: readonly MeetingState[]): void {
    const { state } = this.record;
    if (states.includes(state)) return;
    const over = state === 'closed' || state === 'cancelled';
    throw new DomainError(over ? 'changes.meeting-over' : 'changes.meeting-step-not-allowed', { state }, 'conflict');
  }

  private checkQuorum(): void {
    const { quorum, members } = this.record;
    if (quorum < 1 || quorum > members.length)
      throw new DomainError('changes.meeting-quorum-impossible', { quorum, members: members.length }, 'invalid', [
        { pointer: '/quorum', code: 'changes.meeting-quorum-impossible' },
      ]);
  }

  /** Who stays keeps what was noted of him. */
  private replaceMembers(ids: readonly string[]): void {
    const before = new Map(this.record.members.map((member) => [member.userId, member]));
    this.record.members = [...new Set(ids)].map((userId) => before.get(userId) ?? { userId, present: null });
  }

  private replaceAgenda(ids: readonly string[]): void {
    const before = new Map(this.record.agenda.map((item) => [item.changeId, item]));
    this.record.agenda = [...new Set(ids)].map((changeId, at) => ({
      ...(before.get(changeId) ?? newAgendaItem(changeId)),
      position: at + 1,
    }));
  }

  private item(changeId: string): AgendaItem {
    const found = this.record.agenda.find((item) => item.changeId === changeId);
    if (!found) throw new DomainError('changes.meeting-not-on-agenda', {}, 'invalid');
    return found;
  }

  private member(userId: string): MeetingMember {
    const found = this.record.members.find((member) => member.userId === userId);
    if (!found) throw new DomainError('changes.meeting-not-a-member', {}, 'invalid');
    return found;
  }

  /** Those who were members before hear that it was moved, those who have come to be members that they are called. */
  private tellOfMove(before: Pick<MeetingRecord, 'startsAt' | 'place'> & { readonly memberIds: readonly string[] }, act: Act): void {
    const { startsAt, place } = this.record;
    const [stayed, joined] = [true, false].map((was) => this.memberIds.filter((id) => before.memberIds.includes(id) === was));
    if (startsAt !== before.startsAt || place !== before.place) {
      const from = { earlierStartsAt: formatInstant(before.startsAt), earlierPlace: before.place };
      this.tell('moved', act, { memberIds: stayed!, ...from, startsAt: formatInstant(startsAt), place });
    }
    if (joined!.length > 0) this.tell('joined', act, { memberIds: joined! });
  }

  private tell(what: string, { by, at }: Act, payload: DomainEvent['payload']): void {
    const subject = { type: 'meeting', id: this.record.id };
    this.events.push({ type: `changes.meeting-${what}`, version: 1, subject, actorId: by, payload, at });
  }
}

/** A change that has come onto an agenda. */
export function newAgendaItem(changeId: string, position = 1): AgendaItem {
  return { changeId, position, notes: null, result: null, approved: null, rejected: null };
}
