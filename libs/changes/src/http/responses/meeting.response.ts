import { type Actor, holds, RefResponse } from '#identity';
import { formatInstant } from '#kernel';
import type { Names } from '#tickets';
import type { AgendaItem, MeetingRecord, MeetingState } from '../../domain/meeting.js';
import { verdictOf } from '../../reads/meeting-verdicts.js';
import type { AgendaView, MeetingView } from '../../reads/meeting-pages.js';

export class MeetingSummaryResponse {
  id: string;
  title: string;
  startsAt: string;
  place: string | null;
  state: 'planned' | 'open' | 'closed' | 'cancelled';
  members: number;
  quorum: number;
  present: number;
  changes: number;
  calledBy: RefResponse;

  static from({ record, names }: { record: MeetingRecord; names: Names }): MeetingSummaryResponse {
    const { id, title, startsAt, place, state, members, quorum, agenda, calledById } = record;
    const present = members.filter((member) => member.present === true).length;
    return {
      ...{ id, title, startsAt: formatInstant(startsAt), place, state, members: members.length, quorum, present, changes: agenda.length },
      calledBy: names.of(calledById),
    };
  }
}

export class MeetingListResponse {
  items: MeetingSummaryResponse[];
  nextCursor: string | null;
}

export class MeetingMemberResponse {
  person: RefResponse;
  /** Null until it is noted. */
  present: boolean | null;
}

export class MeetingVoiceResponse {
  person: RefResponse;
  state: 'pending' | 'approved' | 'rejected' | 'delegated' | 'expired' | 'cancelled';
  reason: string | null;
}

export class MeetingStepResponse {
  name: string;
  state: 'waiting' | 'open' | 'approved' | 'refused' | 'cancelled';
  seats: number;
  needed: number;
  approved: number;
  rejected: number;
  dueAt: string;
  voices: MeetingVoiceResponse[];
}

export class MeetingChangeResponse {
  id: string;
  number: string;
  title: string;
  state: string;
  requester: RefResponse;
  riskScore: number | null;
  plannedFrom: string | null;
  plannedTo: string | null;
  outageMinutes: number;
  conflicts: number;
  summary: string;
}

export class MeetingAgendaItemResponse {
  changeId: string;
  notes: string | null;
  /** As it stands now; as it stood at the end once the meeting is closed. */
  result: 'granted' | 'refused' | 'open' | 'none';
  approved: number;
  rejected: number;
  /** Null where the reader may not see the change. */
  change: MeetingChangeResponse | null;
  /** Steps of the latest round of approvals. */
  steps: MeetingStepResponse[];
  /** The reader's own approval that waits for his word. */
  myApprovalId: string | null;
}

export class MeetingAbilitiesResponse {
  edit: boolean;
  open: boolean;
  close: boolean;
  cancel: boolean;
}

/** A meeting with everything to run it from. */
export class MeetingResponse {
  id: string;
  version: number;
  title: string;
  startsAt: string;
  place: string | null;
  state: 'planned' | 'open' | 'closed' | 'cancelled';
  quorum: number;
  present: number;
  quorate: boolean;
  minutes: string | null;
  calledBy: RefResponse;
  openedAt: string | null;
  closedAt: string | null;
  members: MeetingMemberResponse[];
  agenda: MeetingAgendaItemResponse[];
  abilities: MeetingAbilitiesResponse;

  static from(actor: Actor, { record, agenda, names }: MeetingView): MeetingResponse {
    const { id, version, title, startsAt, place, state, quorum, minutes, calledById, openedAt, closedAt, members } = record;
    const present = members.filter((member) => member.present === true).length;
    return {
      ...{ id, version, title, startsAt: formatInstant(startsAt), place, state, quorum, present, quorate: present >= quorum, minutes },
      calledBy: names.of(calledById),
      openedAt: openedAt === null ? null : formatInstant(openedAt),
      closedAt: closedAt === null ? null : formatInstant(closedAt),
      members: members.map((member) => ({ person: names.of(member.userId), present: member.present })),
      agenda: agenda.map((view) => agendaItem(actor, view, names)),
      abilities: abilitiesOf(actor, state),
    };
  }
}

export class MeetingCandidatesResponse {
  people: RefResponse[];
  changes: MeetingCandidateChangeResponse[];
}

export class MeetingCandidateChangeResponse {
  id: string;
  number: string;
  title: string;
}

function abilitiesOf(actor: Actor, state: MeetingState): MeetingAbilitiesResponse {
  const runs = holds(actor, 'meeting.run');
  const planned = runs && state === 'planned';
  return { edit: planned || (runs && state === 'open'), open: planned, close: runs && state === 'open', cancel: planned };
}

function agendaItem(actor: Actor, { item, ticket, facts, round }: AgendaView, names: Names): MeetingAgendaItemResponse {
  const voices = round?.state === 'open' ? round.steps.filter(({ state }) => state === 'open').flatMap(({ approvals }) => approvals) : [];
  const mine = voices.find(({ approverId, state }) => approverId === actor.id && state === 'pending');
  return {
    ...{ changeId: item.changeId, notes: item.notes, ...resultOf(item, round) },
    change: ticket && {
      ...{ id: ticket.id, number: ticket.number, title: ticket.title, state: ticket.state, requester: names.of(ticket.requesterId) },
      ...{ riskScore: facts?.risk?.score ?? null, outageMinutes: facts?.outageMinutes ?? 0, conflicts: facts?.conflicts.length ?? 0 },
      ...{ plannedFrom: facts?.window ? formatInstant(facts.window.from) : null, summary: facts?.summary ?? '' },
      plannedTo: facts?.window ? formatInstant(facts.window.to) : null,
    },
    steps: (round?.steps ?? []).map(({ name, state, tally, dueAt, approvals }) => ({
      ...{ name: name[actor.locale], state, seats: tally.seats, needed: tally.needed, approved: tally.approved, rejected: tally.rejected },
      dueAt: formatInstant(dueAt),
      voices: approvals.map((voice) => ({ person: names.of(voice.approverId), state: voice.state, reason: voice.reason })),
    })),
    myApprovalId: mine?.id ?? null,
  };
}

function resultOf(item: AgendaItem, round: AgendaView['round']): Pick<MeetingAgendaItemResponse, 'result' | 'approved' | 'rejected'> {
  if (item.result !== null) return { result: item.result, approved: item.approved ?? 0, rejected: item.rejected ?? 0 };
  const { result, approved, rejected } = verdictOf(item.changeId, round ?? undefined);
  return { result, approved, rejected };
}
