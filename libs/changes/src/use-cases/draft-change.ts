import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts, requireRight, scopeOf } from '#identity';
import { fieldRefused, plusSeconds } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { addLink, type LinkKind, type NewTicket, type TicketSource } from '#tickets';
import { type ChangeDetail, newChangeDetail } from '../domain/change-detail.js';
import { type ChangeEdit, DETAIL_FIELDS, requirePlain, requireWindow } from '../domain/change-edit.js';
import { type Template, TemplateBook } from '../reads/template-book.js';
import { ChangeStore } from '../store/change-store.js';
import { ChangeReferences } from './change-references.js';

export interface ChangeDraft extends ChangeEdit {
  readonly title: string;
  readonly description: string;
  /** Every further service that it touches. */
  readonly serviceIds?: readonly string[] | undefined;
  readonly itemIds?: readonly string[] | undefined;
  /** Who asked for it, where staff writes it down for him. */
  readonly requesterId?: string | undefined;
  /** The template that a standard change is made from. */
  readonly templateId?: string | undefined;
}

/** What a draft may be made from: the ticket that it resolves, the change that it repeats. */
export interface DraftOrigin {
  readonly resolvesId?: string;
  readonly clonedFromId?: string;
  readonly followsId?: string;
}

/** The ranks of a ticket that nobody queues by priority. */
const RANKS = { impact: 3, urgency: 3, priority: 5 } as const;

/** Writes down a wish for a change: in plain words by whoever asks, with everything that is known by staff (DOMAIN 3.4, 9). */
@Injectable()
export class DraftChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: ChangeStore,
    private readonly references: ChangeReferences,
    private readonly identity: IdentityFacts,
    private readonly templates: TemplateBook,
  ) {}

  /** Answers the id. Throws `identity.right-missing`, and with kind `invalid` what is wrong with a field. */
  async execute(actor: Actor, draft: ChangeDraft): Promise<string> {
    requireRight(actor, 'change.draft');
    return this.unitOfWork.run(async (tx) => (await this.write(tx, actor, draft)).id);
  }

  /** Writes the draft within a transaction. */
  async write(
    tx: Tx,
    actor: Actor,
    wanted: ChangeDraft,
    origin: DraftOrigin = {},
  ): Promise<{ readonly id: string; readonly number: string }> {
    const staff = scopeOf(actor, 'change.draft').all;
    if (!staff) requirePlain(wanted);
    const draft = wanted.templateId === undefined ? wanted : await this.fromTemplate(tx, wanted, wanted.templateId);
    const requesterId = draft.requesterId ?? actor.id;
    const institutionId = requesterId === actor.id ? actor.institutionId : await this.identity.institutionOf(requesterId, tx);
    if (institutionId === undefined) throw fieldRefused('changes.person-unknown', 'requesterId');
    const groupId = draft.groupId ?? (await this.references.groupOf(tx, draft.serviceId ?? null));
    await this.references.require(tx, draft, groupId);
    const ticket = newChange(tx, { draft, actor, requesterId, institutionId, groupId, source: staff ? 'api' : 'portal' });
    const number = await this.insert(tx, ticket, draft, origin);
    if (draft.itemIds) await this.references.setItems(tx, actor, ticket.id, draft.itemIds);
    await this.link(tx, actor, ticket.id, origin);
    return { id: ticket.id, number };
  }

  private async insert(tx: Tx, ticket: NewTicket, draft: ChangeDraft, { clonedFromId }: DraftOrigin): Promise<string> {
    const detail = detailOf(draft, clonedFromId ?? null);
    const serviceIds = [...new Set([...(draft.serviceIds ?? []), ...(ticket.serviceId === null ? [] : [ticket.serviceId])])];
    const number = await this.changes.add(tx, ticket, detail, serviceIds);
    const { id, institutionId, serviceId, groupId, requesterId, createdById: actorId, source } = ticket;
    const payload = { kind: detail.kind, institutionId, serviceId, groupId, requesterId, templateId: detail.templateId, source };
    await tx.append({ type: 'changes.drafted', version: 1, subject: { type: 'ticket', id }, actorId, payload });
    return number;
  }

  /** A standard change begins with what its template says. */
  private async fromTemplate(tx: Tx, draft: ChangeDraft, templateId: string): Promise<ChangeDraft> {
    const template = await this.templates.active(tx, templateId);
    if (!template) throw fieldRefused('changes.template-needed', 'templateId');
    const given = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
    const plannedTo = draft.plannedFrom ? plusSeconds(draft.plannedFrom, template.minutes * 60) : undefined;
    return { ...termsOf(template), plannedTo, ...given, title: draft.title, description: draft.description, kind: 'standard' };
  }

  private async link(tx: Tx, actor: Actor, id: string, { resolvesId, followsId }: DraftOrigin): Promise<void> {
    if (resolvesId !== undefined) await linked(tx, actor, resolvesId, 'resolved_by', id);
    if (followsId !== undefined) await linked(tx, actor, id, 'follow_up', followsId);
  }
}

async function linked(tx: Tx, actor: Actor, ticketId: string, kind: LinkKind, targetId: string): Promise<void> {
  if (!(await addLink(tx, ticketId, kind, targetId, actor.id))) return;
  const subject = { type: 'ticket', id: ticketId };
  await tx.append({ type: 'tickets.linked', version: 1, subject, actorId: actor.id, payload: { kind, targetId } });
}

function termsOf({ steps, testPlan, rollbackPlan, rollbackNotNeeded, rollbackMinutes, serviceId, groupId, outageMinutes }: Template) {
  return { plan: steps, testPlan, rollbackPlan: rollbackPlan ?? rollbackNotNeeded, rollbackMinutes, serviceId, groupId, outageMinutes };
}

function detailOf(draft: ChangeDraft, clonedFromId: string | null): ChangeDetail {
  const detail = { ...newChangeDetail(draft.kind ?? 'normal'), clonedFromId, templateId: draft.templateId ?? null };
  for (const field of DETAIL_FIELDS) if (draft[field] !== undefined) Object.assign(detail, { [field]: draft[field] });
  requireWindow(detail);
  return detail;
}

interface Origin {
  readonly draft: ChangeDraft;
  readonly actor: Actor;
  readonly requesterId: string;
  readonly institutionId: string;
  readonly groupId: string | null;
  readonly source: TicketSource;
}

function newChange(tx: Tx, { draft, actor, requesterId, institutionId, groupId, source }: Origin): NewTicket {
  return {
    ...{ id: randomUUID(), type: 'change', prefix: 'CHG', state: 'draft', ...RANKS, restricted: false },
    ...{ title: draft.title, description: draft.description, serviceId: draft.serviceId ?? null, groupId },
    ...{ assigneeId: draft.assigneeId ?? null, requesterId, affectedUserId: requesterId, createdById: actor.id, institutionId },
    ...{ source, submittedAt: tx.now, createdAt: tx.now },
  };
}
