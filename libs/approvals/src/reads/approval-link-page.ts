import { Injectable } from '@nestjs/common';
import { ActorReader, holds, IdentityFacts, type Locale } from '#identity';
import { Clock, type Instant, notFound } from '#kernel';
import { Database } from '#platform';
import { TicketFacts } from '#tickets';
import { type ApprovalLinkState, approvalLinkState } from '../domain/approval-link.js';
import type { ApprovalState, Purpose } from '../domain/approval-words.js';
import { type Tally, tallyOf } from '../domain/step-rule.js';
import type { SubjectFacts } from '../ports/approval-subjects.js';
import { LinkSources } from './link-sources.js';

export interface ApprovalLinkPage {
  readonly ticketNumber: string;
  readonly locale: Locale;
  readonly state: ApprovalLinkState;
  /** What was decided, where the link is used. */
  readonly decision: ApprovalState | null;
  /** Null once the link has expired: it shows nothing of the ticket then. */
  readonly matter: {
    readonly approver: string;
    readonly title: string;
    readonly purpose: Purpose;
    readonly dueAt: Instant;
    readonly step: string;
    readonly tally: Tally;
    readonly facts: SubjectFacts | null;
  } | null;
}

/** What the page behind a link of a mail shows. Reads only: scanners of mail follow links. */
@Injectable()
export class ApprovalLinkPages {
  constructor(
    private readonly sources: LinkSources,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly tickets: TicketFacts,
    private readonly identity: IdentityFacts,
    private readonly actors: ActorReader,
  ) {}

  /** Throws `approvals.link.not-found`. */
  async read(token: string): Promise<ApprovalLinkPage> {
    const link = await this.sources.links.byToken(token);
    const [round] = link ? await this.sources.rounds.byIds([link.roundId]) : [];
    const step = round?.steps.find(({ approvals }) => approvals.some(({ id }) => id === link?.approvalId));
    const approval = step?.approvals.find(({ id }) => id === link?.approvalId);
    const ticket = round && (await this.tickets.byId(round.ticketId));
    if (!link || !round || !step || !approval || !ticket) throw notFound('approvals.link');
    const actor = await this.actors.byId(approval.approverId);
    const entitled = actor !== undefined && holds(actor, 'approval.decide');
    const state = entitled ? approvalLinkState({ state: approval.state, step, spentAt: link.spentAt }, this.clock.now()) : 'expired';
    const locale = actor?.locale ?? 'lv';
    const matter = {
      approver: (await this.identity.names([approval.approverId])).get(approval.approverId) ?? '',
      ...{ title: ticket.title, purpose: round.purpose, dueAt: step.dueAt, step: step.name[locale], tally: tallyOf(step) },
      facts: actor ? ((await this.sources.subjects.facts(this.database, actor, [ticket])).get(ticket.id) ?? null) : null,
    };
    const shown = state === 'expired' ? null : matter;
    return { ticketNumber: ticket.number, locale, state, decision: state === 'used' ? approval.state : null, matter: shown };
  }
}
