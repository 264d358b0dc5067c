/** A mail that waits in a mailbox. */
export interface MailAtServer {
  readonly uid: number;
  readonly size: number;
}

/** An open mailbox. */
export interface MailboxSession {
  /** Numbers of mails hold while this stays the same. */
  readonly uidValidity: string;
  /** The number that the next mail will get. */
  readonly uidNext: number;
  /** Mails that nobody has read, and all that are numbered above `after`, in the order of their numbers. */
  waiting(after: number): Promise<readonly MailAtServer[]>;
  /** The bytes of a mail, at most `most` of them; undefined where it is gone. */
  source(uid: number, most: number): Promise<Uint8Array | undefined>;
  /** Marks a mail as read, or moves it to the folder for what is done. */
  done(uid: number): Promise<void>;
}

/** Opens the mailbox that the settings name. The real one speaks IMAP. */
export abstract class MailboxClient {
  /** The name of the mailbox, without its password; undefined where none is named. */
  abstract readonly name: string | undefined;
  /** Opens it for `work` and closes it afterwards, however that ends. */
  abstract visit<T>(work: (session: MailboxSession) => Promise<T>): Promise<T>;
}
