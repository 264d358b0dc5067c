import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AssetFacts } from '#assets';
import { type Actor, IdentityFacts, requireRight, scopeOf } from '#identity';
import { type Instant, parseInstant } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import {
  addLink,
  DEFAULT_IMPACT,
  DEFAULT_URGENCY,
  type Level,
  linkItem,
  type NewTicket,
  priorityOf,
  standingOf,
  textWarnings,
  type TicketRecord,
  type TicketResponse,
  type TicketSource,
  TicketView,
} from '#tickets';
import { abilitiesOf } from '../domain/incident-access.js';
import { fieldRefused } from '../domain/incident-errors.js';
import { submittedEvent } from '../domain/new-incident.js';
import { majorProposed } from '../domain/urgent-incident.js';
import { IncidentStore } from '../store/incident-store.js';
import { type Route, Routing } from './routing.js';

export interface IncidentReport {
  readonly title: string;
  readonly description: string;
  readonly serviceId?: string | undefined;
  readonly impact?: Level | undefined;
  readonly urgency?: Level | undefined;
  readonly affectedUserId?: string | undefined;
  /** The device that it is about. */
  readonly configurationItemId?: string | undefined;
  readonly source?: TicketSource | undefined;
  /** For agents: what it is about; what a rule says of that gives way. */
  readonly category?: string | undefined;
  /** For agents: the group that it is for; no rule and no service has a say then. */
  readonly groupId?: string | undefined;
  readonly submittedAt?: Instant | undefined;
  readonly submittedAtReason?: string | undefined;
}

/** How far back an agent may date a call that he entered late (DOMAIN 4.3(1)). */
const BACKDATING_MICROS = 60 * 60 * 1_000_000;

/**
 * Files an incident: a requester for himself or a colleague, an agent for somebody who called. It is `new` and has a group already;
 * its clocks start in the same transaction, so that the answer carries the promise.
 */
@Injectable()
export class ReportIncident {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly incidents: IncidentStore,
    private readonly identity: IdentityFacts,
    private readonly routing: Routing,
    private readonly view: TicketView,
    private readonly assets: AssetFacts,
  ) {}

  /** Throws `identity.right-missing`, and with kind `invalid` what is wrong with a field. */
  async execute(actor: Actor, report: IncidentReport): Promise<TicketResponse> {
    return this.unitOfWork.run((tx) => this.within(tx, actor, report));
  }

  /** The same as a part of the caller's transaction; `source` where the caller knows by which way it came. */
  async within(tx: Tx, actor: Actor, report: IncidentReport, source?: TicketSource): Promise<TicketResponse> {
    requireRight(actor, 'ticket.create');
    const { ticket, route } = await this.draft(tx, actor, report, source);
    const urgent = ticket.priority === 1;
    const number = await this.incidents.add(tx, ticket, { backdatingReason: report.submittedAtReason ?? null });
    await tx.append(submittedEvent({ ticket }, actor.id, tx.now), ...(urgent ? [majorProposed(ticket.id, tx.now)] : []));
    await settle(tx, route, { ...ticket, number }, report);
    if (report.configurationItemId !== undefined) await this.name(tx, actor, ticket.id, report.configurationItemId);
    const filed = filedTicket(ticket, number);
    const standing = standingOf(actor, filed, { watcher: false, pastGroupIds: [] });
    const page = await this.view.compose(
      actor,
      filed,
      standing,
      {
        resolution: null,
        reopenUntil: null,
        hold: null,
        security: null,
        major: urgent ? 'proposed' : 'none',
        abilities: abilitiesOf(actor, filed, standing),
      },
      tx,
    );
    return { ...page, ...nearestDeadline(page), warnings: textWarnings(report.title, report.description) };
  }

  private async name(tx: Tx, actor: Actor, ticketId: string, itemId: string): Promise<void> {
    if (!(await linkItem(tx, this.assets, actor, ticketId, itemId))) throw fieldRefused('incidents.item-unknown', 'configurationItemId');
  }

  /** Files a follow-up of a finished ticket in its person's name (DOMAIN 3.1). */
  async followUp(tx: Tx, actor: Actor, finished: TicketRecord, text: string): Promise<{ readonly id: string; readonly number: string }> {
    const { title, requesterId, affectedUserId, institutionId, serviceId, impact, urgency, priority, restricted } = finished;
    const kept = { title, requesterId, affectedUserId, institutionId, serviceId, impact, urgency, priority, restricted };
    const groupId = await this.routing.groupForFollowUp(tx, serviceId);
    const ticket = newIncident({
      ...kept,
      description: text,
      createdById: actor.id,
      groupId,
      source: 'portal',
      submittedAt: tx.now,
      createdAt: tx.now,
    });
    const number = await this.incidents.add(tx, ticket, { backdatingReason: null });
    await addLink(tx, ticket.id, 'follow_up', finished.id, actor.id);
    await tx.append(submittedEvent({ ticket }, actor.id, tx.now), ...(priority === 1 ? [majorProposed(ticket.id, tx.now)] : []));
    return { id: ticket.id, number };
  }

  private async draft(tx: Tx, actor: Actor, report: IncidentReport, source: TicketSource | undefined): Promise<Draft> {
    const staff = scopeOf(actor, 'ticket.create').all;
    const { affectedUserId, institutionId } = await this.affected(tx, actor, report.affectedUserId, staff);
    const serviceId = report.serviceId ?? null;
    const forCaller = staff && affectedUserId !== actor.id;
    if (!staff && report.source !== undefined && report.source !== 'portal') throw fieldRefused('incidents.source-not-allowed', 'source');
    if (!staff && report.groupId !== undefined) throw fieldRefused('incidents.group-not-allowed', 'groupId');
    if (!staff && report.category !== undefined) throw fieldRefused('incidents.category-not-allowed', 'category');
    const { title, description } = report;
    const said = { title, description, serviceId, institutionId, submittedAt: submittedAt(tx, report, staff) };
    const filing = { ...said, source: source ?? report.source ?? (forCaller ? 'phone' : 'portal') };
    const route = await this.routing.route(tx, filing, report);
    const proposed = saysHowGrave(report) ? null : route.proposal;
    const impact = report.impact ?? proposed?.impact ?? DEFAULT_IMPACT;
    const urgency = report.urgency ?? proposed?.urgency ?? DEFAULT_URGENCY;
    const ticket = newIncident({
      ...filing,
      ...{ affectedUserId, impact, urgency, restricted: false },
      requesterId: forCaller ? affectedUserId : actor.id,
      createdById: actor.id,
      groupId: route.groupId,
      category: route.category,
      priority: priorityOf(impact, urgency),
      createdAt: tx.now,
    });
    return { ticket, route };
  }

  /** Who is hit, and his institution. A requester may name people of his own institution only; others answer as if they did not exist. */
  private async affected(
    tx: Tx,
    actor: Actor,
    userId: string | undefined,
    staff: boolean,
  ): Promise<{ affectedUserId: string; institutionId: string }> {
    if (userId === undefined || userId === actor.id) return { affectedUserId: actor.id, institutionId: actor.institutionId };
    const institutionId = await this.identity.institutionOf(userId, tx);
    const { institutionIds } = scopeOf(actor, 'ticket.create');
    const reached =
      institutionId !== undefined && (staff || institutionId === actor.institutionId || institutionIds.includes(institutionId));
    if (!reached) throw fieldRefused('incidents.person-unknown', 'affectedUserId');
    return { affectedUserId: userId, institutionId };
  }
}

interface Draft {
  readonly ticket: NewTicket;
  readonly route: Route;
}

/** Where a person said how grave it is, that stands, and a rule only proposes (DOMAIN 3.1). */
const saysHowGrave = ({ impact, urgency }: IncidentReport): boolean => impact !== undefined || urgency !== undefined;

/** Lets the rule that held do its part, once ticket and clocks are there. */
async function settle(tx: Tx, { byRule, proposal }: Route, ticket: NewTicket & { number: string }, report: IncidentReport): Promise<void> {
  if (!proposal) return;
  await proposal.settle(tx, { ticket, groupTaken: byRule, priorityTaken: proposal.impact !== null && !saysHowGrave(report) });
}

/** "Phone tickets: agent may back-date <= 60 min with reason." */
function submittedAt(tx: Tx, { submittedAt: given, submittedAtReason }: IncidentReport, staff: boolean): Instant {
  if (given === undefined) return tx.now;
  if (!staff) throw fieldRefused('incidents.backdating-not-allowed', 'submittedAt');
  if (given > tx.now || tx.now - given > BACKDATING_MICROS) throw fieldRefused('incidents.backdating-too-far', 'submittedAt');
  if (!submittedAtReason) throw fieldRefused('incidents.backdating-needs-reason', 'submittedAtReason');
  return given;
}

function newIncident(given: Omit<NewTicket, 'id' | 'type' | 'prefix' | 'state' | 'assigneeId'>): NewTicket {
  return { ...given, id: randomUUID(), type: 'incident', prefix: 'INC', state: 'new', assigneeId: null };
}

/** The row as it was just inserted, without asking for it again. */
function filedTicket({ prefix: _prefix, createdAt, category = null, ...ticket }: NewTicket, number: string): TicketRecord {
  return {
    ...ticket,
    number,
    category,
    ...{ holdReason: null, dueAt: null, dueKind: null, origin: null, updatedAt: createdAt, resolvedAt: null, closedAt: null, version: 1 },
    ...{
      resolverGroupId: null,
      resolverId: null,
      reopenCount: 0,
      hopCount: 0,
      duplicateOfId: null,
      escalationRank: 0,
      asideUntil: null,
      asideNote: null,
    },
  };
}

/** The clocks have just set the row's deadline in this transaction; it is the nearest of theirs. */
function nearestDeadline({ clocks }: TicketResponse): Pick<TicketResponse, 'dueAt' | 'dueKind'> {
  const running = clocks.flatMap(({ state, dueAt, kind }) => (state === 'running' && dueAt !== null ? [{ dueAt, dueKind: kind }] : []));
  running.sort((a, b) => parseInstant(a.dueAt) - parseInstant(b.dueAt));
  return running[0] ?? { dueAt: null, dueKind: null };
}
