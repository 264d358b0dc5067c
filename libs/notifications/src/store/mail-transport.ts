import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Settings } from '#platform';
import type { ClaimedDelivery } from './deliveries.js';

const TIMEOUT_MS = 30_000;

/** The mail server of SMTP_URL. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private transporter: Transporter | undefined;

  constructor(private readonly settings: Settings) {}

  /** Is there a mail server? Without one, mail is kept in the mailbox. */
  get available(): boolean {
    return this.settings.smtpUrl !== undefined;
  }

  /** Hands one mail to the server. Throws what the server or the network answers. */
  async send(delivery: ClaimedDelivery): Promise<void> {
    const { toAddress, subject, text, html, messageId, threadId, replyTo, attachmentName, attachmentType, attachment } = delivery;
    await this.open().sendMail({
      from: this.settings.mailFrom,
      to: { name: '', address: toAddress },
      subject,
      text,
      html,
      messageId,
      ...(replyTo ? { replyTo } : {}),
      ...(threadId ? { inReplyTo: threadId, references: [threadId] } : {}),
      ...(attachment && attachmentName && attachmentType
        ? { attachments: [{ filename: attachmentName, contentType: attachmentType, content: attachment }] }
        : {}),
      // RFC 3834: automatic answers must not answer this.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  private open(): Transporter {
    const url = this.settings.smtpUrl;
    if (url === undefined) throw new Error('no mail server is set');
    this.transporter ??= createTransport({
      url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    });
    return this.transporter;
  }

  onApplicationShutdown(): void {
    this.transporter?.close();
  }
}
