import { Injectable } from '@nestjs/common';
import type { Contact } from '#identity';
import type { Tx } from '#platform';
import type { ReportMatter } from '../domain/compose-report-mail.js';
import { MailWording } from '../reads/mail-wording.js';
import { type Attachment, Deliveries } from '../store/deliveries.js';

export interface ReportMail extends Pick<ReportMatter, 'title' | 'period' | 'conclusion'> {
  readonly reportId: string;
  readonly userId: string;
  /** One mail for each. */
  readonly dedupeKey: string;
  /** Where it opens in the web app. */
  readonly path: string;
  readonly attachment: Attachment | null;
}

/** Writes a report's mail into the deliveries, from where it leaves with its file. */
@Injectable()
export class WriteReportMail {
  constructor(
    private readonly wording: MailWording,
    private readonly deliveries: Deliveries,
  ) {}

  async execute(tx: Tx, mail: ReportMail, { email, locale, name }: Contact & { readonly email: string }): Promise<void> {
    const { reportId, userId, dedupeKey, title, period, conclusion, path, attachment } = mail;
    const matter = { locale, name, title, period, conclusion, url: this.wording.address(path), file: attachment?.name ?? null };
    await this.deliveries.write(tx, {
      ...(await this.wording.ofReport(tx, reportId, matter)),
      ...{ kind: 'report', userId, ticketId: null, dedupeKey, toAddress: email, locale, asksRating: false, attachment },
    });
  }
}
