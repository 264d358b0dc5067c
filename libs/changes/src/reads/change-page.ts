import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock, formatInstant, type Instant, notFound } from '#kernel';
import { Database } from '#platform';
import { type Names, TicketFacts, TicketNames } from '#tickets';
import { abilitiesOf, readsInFull } from '../domain/change-access.js';
import type { Change } from '../domain/change.js';
import { sectionsOf } from '../domain/change-sections.js';
import { rigaDay } from '../domain/change-window.js';
import { AUTHORITY, riskLevel } from '../domain/risk.js';
import type { ChangeResponse, ChangeRiskResponse } from '../http/responses/change.response.js';
import { ChangeStore } from '../store/change-store.js';
import type { Concurrence } from '../store/concurrences.js';
import { type Beside, ChangeBeside } from './change-beside.js';
import { toRound } from './standing-rounds.js';
import { toChangeSummary, windowOf } from './change-summary.js';

const iso = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

/** One change as one actor sees it, with what he may do. */
@Injectable()
export class ChangePage {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketFacts,
    private readonly changes: ChangeStore,
    private readonly beside: ChangeBeside,
    private readonly names: TicketNames,
    private readonly clock: Clock,
  ) {}

  /** By id or number. Throws `tickets.not-found` where there is none that the actor may see. */
  async read(actor: Actor, key: string): Promise<ChangeResponse> {
    const seen = await this.tickets.seenBy(actor, key);
    if (seen?.ticket.type !== 'change') throw notFound('tickets');
    const { ticket, standing } = seen;
    const change = await this.changes.of(ticket, this.database);
    const { detail } = change;
    const beside = await this.beside.of(actor, change);
    const names = await this.names.find(actor.locale, wanted(change, beside));
    const page: ChangeResponse = {
      ...toChangeSummary(ticket, { ...detail, riskScore: change.score }, names),
      ...{
        version: ticket.version,
        description: ticket.description,
        inFull: readsInFull(actor, standing) || decides(actor, beside),
        source: ticket.source,
      },
      ...{ closedAt: iso(ticket.closedAt), wishedBy: detail.wishedBy },
      services: change.serviceIds.map((id) => names.of(id)),
      items: beside.items,
      itemCount: change.itemIds.length,
      template: beside.template,
      ...documentOf(change),
      ...workOf(change, names),
      risk: riskOf(change, names),
      conflicts: beside.conflicts,
      frozen: ticket.state === 'scheduled' && beside.newFreezes,
      approvals: beside.rounds.map((round) => toRound(round, actor, names)),
      concurrences: beside.concurrences.map((one) => toConcurrence(one, rigaDay(this.clock.now()))),
      clonedFrom: beside.clonedFrom,
      assessmentDueAt: iso(detail.assessmentDueAt),
      sections: sectionsOf(change).map(({ code, state, missing }) => ({ code, state, missing: [...missing] })),
      path: beside.path.map(({ state, at, byId }) => ({ state, at, by: names.orNull(byId) })),
      abilities: abilitiesOf(actor, detail.kind, ticket, standing),
    };
    return page.inFull ? page : forRequester(page);
  }
}

/** Whoever is asked to decide reads what he decides about, the client's representative too; he changes nothing of it. */
function decides({ id }: Actor, { rounds }: Beside): boolean {
  return rounds.some(({ steps }) => steps.some(({ approvals }) => approvals.some(({ approverId }) => approverId === id)));
}

function wanted({ ticket, detail, serviceIds }: Change, { path, rounds }: Beside) {
  return {
    people: [
      ...[ticket.requesterId, ticket.assigneeId, detail.riskAssessedById, detail.conflictOverrideById, detail.startOverrideById],
      ...[detail.consentRecordedById, detail.reviewedById, ...path.map(({ byId }) => byId)],
      ...rounds.flatMap(({ steps }) => steps.flatMap(({ approvals }) => approvals.map(({ approverId }) => approverId))),
    ],
    institutions: [ticket.institutionId],
    groups: [ticket.groupId],
    services: [ticket.serviceId, ...serviceIds],
  };
}

function documentOf({ detail }: Change) {
  const { reason, costOfNotDoing, legalBasis, costEuro, effortHours, funding, testPlan, rollbackPlan, rollbackMinutes } = detail;
  return {
    ...{ reason, costOfNotDoing, legalBasis, costEuro, effortHours, funding, testPlan, rollbackPlan, rollbackMinutes },
    plan: detail.plan.map(({ text, offsetMinutes, who }) => ({ text, offsetMinutes, who })),
    approvedWindow: windowOf(detail.approvedFrom, detail.approvedTo),
  };
}

function workOf({ detail, reviewRequired }: Change, names: Names) {
  const { consentBy, consentAt, ratifyDueAt, reviewedAt } = detail;
  const override = (reason: string | null, byId: string | null) => (reason === null ? null : { reason, by: names.orNull(byId) });
  return {
    conflictOverride: override(detail.conflictOverride, detail.conflictOverrideById),
    consent:
      consentBy === null || consentAt === null
        ? null
        : { by: consentBy, at: formatInstant(consentAt), recordedBy: names.orNull(detail.consentRecordedById) },
    ratification:
      ratifyDueAt === null
        ? null
        : { dueAt: formatInstant(ratifyDueAt), ratifiedAt: iso(detail.ratifiedAt), findingAt: iso(detail.findingAt) },
    ...{ actualFrom: iso(detail.actualFrom), actualTo: iso(detail.actualTo) },
    startOverride: override(detail.startOverride, detail.startOverrideById),
    ...{ outcomeText: detail.outcomeText, reviewRequired, itemsUpdated: detail.itemsUpdated, endReason: detail.endReason },
    review:
      reviewedAt === null
        ? null
        : {
            ...{ objectivesMet: detail.reviewObjectivesMet ?? false, lessons: detail.reviewLessons ?? '' },
            ...{ by: names.orNull(detail.reviewedById), at: formatInstant(reviewedAt) },
          },
  };
}

function riskOf({ detail, score }: Change, names: Names): ChangeRiskResponse | null {
  const { likelihood, riskImpact, riskAnswers } = detail;
  if (score === null || likelihood === null || riskImpact === null) return null;
  const level = riskLevel(score);
  return {
    ...{ likelihood, impact: riskImpact, score, level, authority: AUTHORITY[level], answers: { ...riskAnswers } },
    ...{ assessedBy: names.orNull(detail.riskAssessedById), assessedAt: iso(detail.riskAssessedAt) },
  };
}

function toConcurrence({ id, body, askedOn, dueOn, answeredOn, granted, document, note }: Concurrence, today: string) {
  return { id, body, askedOn, dueOn, answeredOn, granted, document, note, overdue: answeredOn === null && dueOn < today };
}

/** What whoever asked for it is told: his words, when it happens, how it ended. The Centre's papers are the Centre's. */
function forRequester(page: ChangeResponse): ChangeResponse {
  return {
    ...page,
    ...{ riskScore: null, riskLevel: null, items: [], itemCount: 0, template: null, reason: null, costOfNotDoing: null, legalBasis: null },
    ...{ costEuro: null, effortHours: null, funding: 'not_needed', plan: [], testPlan: null, rollbackPlan: null, rollbackMinutes: null },
    ...{
      risk: null,
      approvedWindow: null,
      conflicts: [],
      frozen: false,
      conflictOverride: null,
      approvals: [],
      concurrences: [],
      consent: null,
    },
    ...{ ratification: null, startOverride: null, outcomeText: null, reviewRequired: false, review: null, itemsUpdated: null },
    ...{ clonedFrom: null, assessmentDueAt: null, sections: [], path: page.path.map((step) => ({ ...step, by: null })) },
  };
}
