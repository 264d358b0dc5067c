import { RefResponse, type Locale } from '#identity';
import { formatInstant } from '#kernel';
import type { ApprovalCard } from '../../reads/approval-inbox.js';
import { SubjectFactsResponse } from './subject-facts.response.js';

export class ApprovalTicketResponse {
  id: string;
  number: string;
  type: string;
  title: string;
  requester: RefResponse;
}

export class ApprovalVoiceResponse {
  person: RefResponse;
  state: 'pending' | 'approved' | 'rejected' | 'delegated' | 'expired' | 'cancelled';
}

export class ApprovalStepResponse {
  name: string;
  rule: 'all' | 'any' | 'n_of';
  /** Which of how many places it stands at. */
  position: number;
  positions: number;
  clientSide: boolean;
  /** Those who were asked first did not answer in time. */
  escalated: boolean;
  /** People whose word counts; of them, how many must agree and how many have. */
  seats: number;
  needed: number;
  approved: number;
  rejected: number;
  voices: ApprovalVoiceResponse[];
}

export class ApprovalAbilitiesResponse {
  decide: boolean;
  delegate: boolean;
}

/** An approval with enough to decide it. */
export class ApprovalCardResponse {
  id: string;
  state: 'pending' | 'approved' | 'rejected' | 'delegated' | 'expired' | 'cancelled';
  dueAt: string;
  decidedAt: string | null;
  reason: string | null;
  purpose: 'authorise' | 'ratify';
  /** All that was asked for. */
  round: 'open' | 'granted' | 'refused' | 'voided' | 'cancelled';
  endedAt: string | null;
  ticket: ApprovalTicketResponse;
  step: ApprovalStepResponse;
  /** Null for a type of ticket that tells nothing. */
  facts: SubjectFactsResponse | null;
  abilities: ApprovalAbilitiesResponse;

  static from(
    { approval, step, round, tally, ticket, facts, decide, delegate, names }: ApprovalCard,
    locale: Locale,
  ): ApprovalCardResponse {
    const { id, state, decidedAt, reason } = approval;
    const positions = [...new Set(round.steps.map(({ position }) => position))];
    return {
      ...{ id, state, reason, purpose: round.purpose, round: round.state },
      dueAt: formatInstant(step.dueAt),
      decidedAt: decidedAt === null ? null : formatInstant(decidedAt),
      endedAt: round.endedAt === null ? null : formatInstant(round.endedAt),
      ticket: {
        ...{ id: ticket.id, number: ticket.number, type: ticket.type, title: ticket.title },
        requester: names.of(ticket.requesterId),
      },
      step: {
        ...{ name: step.name[locale], rule: step.rule, clientSide: step.clientSide, escalated: step.escalatedAt !== null },
        ...{ position: positions.indexOf(step.position) + 1, positions: positions.length },
        ...{ seats: tally.seats, needed: tally.needed, approved: tally.approved, rejected: tally.rejected },
        voices: step.approvals.map((voice) => ({ person: names.of(voice.approverId), state: voice.state })),
      },
      facts: facts && SubjectFactsResponse.from(facts),
      abilities: { decide, delegate },
    };
  }
}

export class ApprovalCountsResponse {
  pending: number;
  waiting: number;
}

export class ApprovalInboxResponse {
  items: ApprovalCardResponse[];
  nextCursor: string | null;
  counts: ApprovalCountsResponse;
}

export class DelegatesResponse {
  items: RefResponse[];
}
