import { formatInstant } from '#kernel';
import type { MailFate } from '../../domain/mail-fate.js';
import type { LoggedMail, WholeMail } from '../../reads/mail-log.js';

export class InboundTicketResponse {
  id: string;
  number: string;
}

/** A mail that came in, and what became of it. */
export class InboundMailResponse {
  id: string;
  receivedAt: string;
  /** The mailbox that it was fetched from, or `smtp`. */
  mailbox: string;
  from: string | null;
  fromName: string;
  subject: string;
  /** In bytes. */
  size: number;
  files: number;
  fate: MailFate;
  why: string | null;
  detail: string | null;
  /** The person in whose name it was taken. */
  sender: string | null;
  /** Null where it became nothing of a ticket, or of one that the reader does not see. */
  ticket: InboundTicketResponse | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionReason: string | null;
  mayDecide: boolean;

  static of(mail: LoggedMail): InboundMailResponse {
    const { id, mailbox, from, fromName, subject, size, files, fate, why, detail, sender, ticket, decidedBy, decisionReason, mayDecide } =
      mail;
    return {
      ...{ id, mailbox, from, fromName, subject, size, files, fate, why, detail, sender, ticket, decidedBy, decisionReason, mayDecide },
      receivedAt: formatInstant(mail.receivedAt),
      decidedAt: mail.decidedAt === null ? null : formatInstant(mail.decidedAt),
    };
  }
}

export class InboundMailsResponse {
  items: InboundMailResponse[];
  nextCursor: string | null;
}

export class InboundFileResponse {
  name: string;
  size: number;
  /** `listed` with the mail, `due` to be filed with its ticket, `filed`, or `refused` by the rules of files. */
  state: 'listed' | 'due' | 'filed' | 'refused';
  /** The code of the refusal. */
  why: string | null;
}

/** A mail with what it says: null for whoever reads the log and no tickets. */
export class InboundMailDetailResponse extends InboundMailResponse {
  words: string | null;
  hasHtml: boolean;
  fileList: InboundFileResponse[];

  static whole(mail: WholeMail): InboundMailDetailResponse {
    const fileList = mail.fileList.map(({ name, size, state, why }) => ({ name, size, state: state as InboundFileResponse['state'], why }));
    return { ...InboundMailResponse.of(mail), words: mail.words, hasHtml: mail.hasHtml, fileList };
  }
}

/** How fetching from a mailbox went the last time. */
export class MailboxStandingResponse {
  mailbox: string;
  checkedAt: string;
  takenAt: string | null;
  lastError: string | null;
}

/** By which ways mail comes in, and what the settings say of it. */
export class MailInResponse {
  /** The desk's own address. */
  address: string;
  imap: boolean;
  smtp: boolean;
  /** Whether replies can be recognised by their signed address. */
  signed: boolean;
  /** Whether a mail server before this one says who senders are. */
  proved: boolean;
  unknown: 'park' | 'refuse';
  unproven: 'park' | 'create';
  mailboxes: MailboxStandingResponse[];
  /** How many mails wait for a person, up to 100. */
  waiting: number;
}

export class KnownDomainResponse {
  domain: string;
  institutionId: string;
  institution: string;
}

export class KnownDomainsResponse {
  items: KnownDomainResponse[];
}
