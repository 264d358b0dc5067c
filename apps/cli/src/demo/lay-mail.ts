import { createHash } from 'node:crypto';
import { DiscardMail, MailLog, MakeTicketOfMail, ReceiveMail, TakeMail } from '#inbound';
import { demoId, IdentityFacts } from '#identity';
import { ReportIncident } from '#incidents';
import { ReplyAddresses } from '#notifications';
import { readSeed } from '#platform';
import type { INestApplicationContext } from '@nestjs/common';
import { demoActor } from './demo-actor.js';

/** A mail of the demonstration, as `demo/mails.json` tells it. */
interface DemoMail {
  /** A person's key, `desk` for the desk itself, or a whole address. */
  readonly from: string;
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  readonly head?: readonly string[];
  /** Answers the person's latest ticket. */
  readonly reply?: true;
  /** A report that a mail did not arrive. */
  readonly bounce?: true;
  readonly big?: true;
  /** Bytes that are no mail. */
  readonly noise?: true;
  /** What an agent decides about it. */
  readonly then?: 'ticket' | 'discard';
  readonly reason?: string;
}

const ANYWHERE = { strict: false } as const;
const MAILBOX = 'imap:demo@pasts.example/INBOX';

/** Mails of nearly every fate: answered, waiting, made a ticket, set aside, automatic, come back, broken (DOMAIN 8.2). */
export async function layMail(app: INestApplicationContext): Promise<void> {
  const mails = readSeed<DemoMail[]>('demo/mails.json');
  for (const [at, mail] of mails.entries()) {
    const source = await sourceOf(app, mail, at);
    const arrived = { mailbox: MAILBOX, key: `1:${at + 1}`, source, envelopeFrom: mail.bounce ? '' : null, envelopeTo: [] };
    await app.get(ReceiveMail, ANYWHERE).execute(arrived, mail.big ? 61_000_000 : source.length);
  }
  await app.get(TakeMail, ANYWHERE).execute();
  const agent = await demoActor(app, 'elina');
  const waiting = await app.get(MailLog, ANYWHERE).page(agent, { fates: ['parked'], sender: undefined, cursor: undefined, limit: 50 });
  for (const { id, subject } of waiting.items) {
    const { then, from, reason = '' } = mails.find((mail) => mail.subject === subject) ?? {};
    if (then === 'ticket' && from) await app.get(MakeTicketOfMail, ANYWHERE).execute(agent, id, { requesterId: demoId('person', from) });
    if (then === 'discard') await app.get(DiscardMail, ANYWHERE).execute(agent, id, reason);
  }
}

async function sourceOf(app: INestApplicationContext, mail: DemoMail, at: number): Promise<Buffer> {
  if (mail.noise) return createHash('sha512').update('demo').digest();
  const { desk } = app.get(ReplyAddresses, ANYWHERE);
  const from = await addressOf(app, mail.from, desk);
  const to = mail.reply ? await replyAddressOf(app, mail.from) : desk;
  const [type, body] = mail.html === undefined ? ['text/plain', mail.text ?? ''] : ['text/html', mail.html];
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: =?utf-8?B?${Buffer.from(mail.subject).toString('base64')}?=`,
    `Message-ID: <demo-${at}@pasts.example>`,
    ...(mail.head ?? []),
    ...(mail.bounce ? ['Content-Type: multipart/report; report-type=delivery-status; boundary=b', '', REPORT] : []),
    ...(mail.bounce
      ? []
      : [`Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: base64', '', Buffer.from(body).toString('base64')]),
  ];
  return Buffer.from(lines.join('\r\n'));
}

async function addressOf(app: INestApplicationContext, from: string, desk: string): Promise<string> {
  if (from === 'desk') return desk;
  if (from.includes('@')) return from;
  const contact = await app.get(IdentityFacts).contact(demoId('person', from));
  return `=?utf-8?B?${Buffer.from(contact?.name ?? '').toString('base64')}?= <${contact?.email ?? ''}>`;
}

/** Where this person answers about a ticket of his. */
async function replyAddressOf(app: INestApplicationContext, key: string): Promise<string> {
  const actor = await demoActor(app, key);
  const title = 'Dators ļoti lēni ieslēdzas';
  const { number } = await app
    .get(ReportIncident, ANYWHERE)
    .execute(actor, { title, description: 'Ieslēgšanās ilgst vairāk nekā desmit minūtes.' });
  const replies = app.get(ReplyAddresses, ANYWHERE);
  return replies.of(number, actor.id) ?? replies.desk;
}

const part = (type: string, ...lines: string[]): string => ['--b', `Content-Type: ${type}`, '', ...lines].join('\r\n');

/** A report about some mail that this installation did not send. */
const REPORT = [
  part('text/plain', 'The mail could not be delivered.'),
  part('message/delivery-status', 'Action: failed', 'Status: 5.2.2', 'Diagnostic-Code: smtp; 552 5.2.2 mailbox full'),
  part('text/rfc822-headers', 'Message-ID: <cits@pasts.example>'),
  '--b--',
].join('\r\n');
