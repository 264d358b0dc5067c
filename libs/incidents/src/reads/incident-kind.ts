import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import type { Queryable, Tx } from '#platform';
import { isOpen, type KindView, type TicketKind, type TicketRecord, type TicketStanding } from '#tickets';
import { finalStates } from '#kernel';
import { abilitiesOf } from '../domain/incident-access.js';
import type { IncidentDetail } from '../domain/incident.js';
import { proposedPriority } from '../domain/proposed-priority.js';
import { allows, incidentLifecycle } from '../domain/incident-lifecycle.js';
import { IncidentStore } from '../store/incident-store.js';
import { ReportIncident } from '../use-cases/report-incident.js';

/** What incidents tell `#tickets` of themselves. */
@Injectable()
export class IncidentKind implements TicketKind {
  readonly type = 'incident';
  readonly finalStates = finalStates(incidentLifecycle);

  constructor(
    private readonly incidents: IncidentStore,
    private readonly report: ReportIncident,
    private readonly identity: IdentityFacts,
  ) {}

  async view(on: Queryable, actor: Actor, ticket: TicketRecord, standing: TicketStanding): Promise<KindView> {
    const detail = await this.incidents.detailOf(on, ticket.id);
    return {
      resolution: detail ? resolutionOf(ticket, detail) : null,
      reopenUntil: ticket.state === 'resolved' ? (detail?.closesAt ?? null) : null,
      hold: detail ? holdOf(ticket, detail) : null,
      security: detail?.security && standing.staff ? securityOf(detail) : null,
      major: detail ? majorOf(detail) : 'none',
      proposedPriority: detail && standing.works && isOpen(ticket) ? proposedPriority(ticket, detail) : null,
      abilities: abilitiesOf(actor, ticket, standing),
    };
  }

  async handOver(tx: Tx, ticketId: string, groupId: string, reason: string): Promise<boolean> {
    const incident = await this.incidents.lockForSystem(tx, ticketId);
    const open = incident && (allows(incident.state, 'assign') || allows(incident.state, 'reassign'));
    if (!incident || !open || incident.ticket.groupId === groupId || !(await this.identity.group(groupId, tx))) return false;
    incident.assign({ by: null, at: tx.now }, { groupId, assigneeId: null, reason });
    await this.incidents.save(tx, incident);
    return true;
  }

  async followUp(tx: Tx, actor: Actor, finished: TicketRecord, text: string): Promise<{ readonly id: string; readonly number: string }> {
    return this.report.followUp(tx, actor, finished, text);
  }
}

function resolutionOf(ticket: TicketRecord, { resolutionCode, resolutionText }: IncidentDetail): KindView['resolution'] {
  if (resolutionCode === null || resolutionText === null || ticket.resolvedAt === null) return null;
  return { code: resolutionCode, text: resolutionText, byId: ticket.resolverId, at: ticket.resolvedAt };
}

function securityOf({ awareAt, warningSentAt, notificationSentAt, finalReportSentAt }: IncidentDetail): KindView['security'] {
  return { awareAt, warningSentAt, notificationSentAt, finalReportSentAt };
}

function majorOf({ major, majorProposedAt, majorDecidedAt }: IncidentDetail): KindView['major'] {
  if (major) return 'declared';
  if (majorDecidedAt !== null) return 'declined';
  return majorProposedAt === null ? 'none' : 'proposed';
}

function holdOf(ticket: TicketRecord, { holdQuestion, holdSince, holdUntil }: IncidentDetail): KindView['hold'] {
  if (ticket.holdReason === null || holdSince === null) return null;
  return { reason: ticket.holdReason, question: holdQuestion, until: holdUntil, since: holdSince };
}
