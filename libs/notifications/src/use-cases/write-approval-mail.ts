import { Injectable } from '@nestjs/common';
import { type AskedApproval, AskedApprovals } from '#approvals';
import type { Contact } from '#identity';
import type { Tx } from '#platform';
import type { ApprovalMailKind } from '../domain/compose-approval-mail.js';
import { MailWording } from '../reads/mail-wording.js';
import { Deliveries, SECRET_MARK } from '../store/deliveries.js';

/** Writes the mail with the link of one approval into the deliveries. */
@Injectable()
export class WriteApprovalMail {
  constructor(
    private readonly asked: AskedApprovals,
    private readonly wording: MailWording,
    private readonly deliveries: Deliveries,
  ) {}

  async execute(
    tx: Tx,
    kind: ApprovalMailKind,
    { approvalId, approverId, purpose, step, dueAt, escalated }: AskedApproval,
    { id: ticketId, number, title }: { readonly id: string; readonly number: string; readonly title: string },
    contact: Contact | undefined,
  ): Promise<void> {
    const dedupeKey = `${kind}:${approvalId}`;
    if (!contact?.email || (await this.deliveries.exists(tx, dedupeKey))) return;
    const { locale, name, email } = contact;
    const url = this.wording.address(`/approve/${SECRET_MARK}`);
    const inboxUrl = this.wording.address('/desk/approvals');
    const matter = { locale, name, number, title, purpose, step: step[locale], dueAt, escalated, url, inboxUrl };
    await this.deliveries.write(tx, {
      ...(await this.wording.ofApproval(tx, kind, ticketId, matter)),
      ...{ kind, userId: approverId, ticketId, dedupeKey, toAddress: email, locale, asksRating: false },
      secret: await this.asked.linkFor(tx, approvalId),
    });
  }
}
