import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { ResetLinks } from '../store/reset-links.js';

export interface ResetLinkIssued {
  readonly userId: string;
  /** Goes into the mail and nowhere else. */
  readonly token: string;
}

/** Makes the links that a request for a new password asks for, in the transaction that writes their mails. */
@Injectable()
export class IssueResetLinks {
  constructor(private readonly links: ResetLinks) {}

  /** None where nobody is known by what was typed. A request is answered once. */
  async execute(tx: Tx, requestId: string): Promise<ResetLinkIssued[]> {
    const issued: ResetLinkIssued[] = [];
    for (const userId of await this.links.takeRequest(tx, requestId)) issued.push({ userId, token: await this.links.issue(tx, userId) });
    return issued;
  }
}
