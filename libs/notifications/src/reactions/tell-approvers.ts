import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AskedApprovals } from '#approvals';
import { IdentityFacts } from '#identity';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { TicketFacts } from '#tickets';
import { PEOPLE_TOLD } from '../domain/stream-message.js';
import { Notices } from '../store/notices.js';
import { WriteApprovalMail } from '../use-cases/write-approval-mail.js';

/** Whoever must decide is told when his turn has come, and again a working day before it is over: by the bell, and by mail with a link. */
@Injectable()
export class TellApprovers implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly asked: AskedApprovals,
    private readonly tickets: TicketFacts,
    private readonly identity: IdentityFacts,
    private readonly notices: Notices,
    private readonly mail: WriteApprovalMail,
  ) {}

  onModuleInit(): void {
    const on = ['approvals.requested', 'approvals.delegated', 'approvals.reminded'];
    this.reactions.after({ name: 'notifications.tell-approvers', on, handle: (tx, event) => this.handle(tx, event) });
  }

  private async handle(tx: Tx, event: RecordedEvent): Promise<void> {
    const { stepIds, toApprovalId, approvalIds } = event.payload as Readonly<Record<string, string | readonly string[] | undefined>>;
    const pending = await this.asked.pending(tx, {
      steps: Array.isArray(stepIds) ? stepIds : [],
      approvals: [...(Array.isArray(approvalIds) ? approvalIds : []), ...(typeof toApprovalId === 'string' ? [toApprovalId] : [])],
    });
    const ticket = await this.tickets.byId(event.subject.id, tx);
    if (event.imported || !ticket || pending.length === 0) return;
    const kind = event.type === 'approvals.reminded' ? 'approval-reminder' : 'approval-requested';
    const written = await this.notices.write(
      tx,
      ticket.id,
      tx.now,
      pending.map(({ approverId, approvalId }) => ({
        ...({ userId: approverId, kind, quiet: false, params: {} } as const),
        dedupeKey: `${kind}:${approvalId}`,
      })),
    );
    const contacts = await this.identity.contacts(
      pending.map(({ approverId }) => approverId),
      tx,
    );
    for (const approval of pending) await this.mail.execute(tx, kind, approval, ticket, contacts.get(approval.approverId));
    const recipients = Object.fromEntries(written.map(({ userId, id }) => [userId, id]));
    const subject = { type: 'notices', id: ticket.id };
    if (written.length > 0)
      await tx.append({ type: PEOPLE_TOLD, version: 1, subject, actorId: null, payload: { eventId: event.id, recipients } });
  }
}
