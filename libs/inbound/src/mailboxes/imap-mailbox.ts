import { Injectable } from '@nestjs/common';
import { ImapFlow } from 'imapflow';
import { Settings } from '#platform';
import { type MailAtServer, MailboxClient, type MailboxSession } from './mailbox-client.js';

const TIMEOUT_MS = 30_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The mailbox of IMAP_URL. */
@Injectable()
export class ImapMailbox extends MailboxClient {
  constructor(private readonly settings: Settings) {
    super();
  }

  get name(): string | undefined {
    const { imapUrl } = this.settings;
    if (imapUrl === undefined) return undefined;
    const url = new URL(imapUrl);
    return `imap:${decodeURIComponent(url.username)}@${url.host}/${folderOf(url)}`;
  }

  async visit<T>(work: (session: MailboxSession) => Promise<T>): Promise<T> {
    const url = new URL(this.settings.imapUrl ?? '');
    const client = clientFor(url);
    // A connection that breaks also tells the command under way; without a listener the news would end the process.
    client.on('error', () => undefined);
    await client.connect();
    try {
      const { uidValidity, uidNext } = await client.mailboxOpen(folderOf(url));
      return await work(new OpenMailbox(client, String(uidValidity), uidNext, this.settings.imapDoneFolder));
    } finally {
      await client.logout().catch(() => client.close());
    }
  }
}

const folderOf = (url: URL): string => decodeURIComponent(url.pathname.replace(/^\//, '')) || 'INBOX';

/** Without `imaps:` the connection must become a secret one before the password is sent, unless it does not leave the machine. */
function clientFor(url: URL): ImapFlow {
  const secure = url.protocol === 'imaps:';
  return new ImapFlow({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 993 : 143) : Number(url.port),
    secure,
    ...(secure || LOOPBACK.has(url.hostname) ? {} : { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS * 2,
  });
}

class OpenMailbox implements MailboxSession {
  constructor(
    private readonly client: ImapFlow,
    readonly uidValidity: string,
    readonly uidNext: number,
    private readonly doneFolder: string | undefined,
  ) {}

  async waiting(after: number): Promise<readonly MailAtServer[]> {
    const unread = (await this.client.search({ seen: false }, { uid: true })) || [];
    // "n:*" always names the last mail, also where its number is below n.
    const later = (await this.client.search({ uid: `${after + 1}:*` }, { uid: true })) || [];
    const uids = [...new Set([...unread, ...later.filter((uid) => uid > after)])].sort((a, b) => a - b);
    if (uids.length === 0) return [];
    const found = await this.client.fetchAll(uids.join(','), { uid: true, size: true }, { uid: true });
    return found.map(({ uid, size = 0 }) => ({ uid, size })).sort((a, b) => a.uid - b.uid);
  }

  async source(uid: number, most: number): Promise<Uint8Array | undefined> {
    const found = await this.client.fetchOne(String(uid), { uid: true, source: { start: 0, maxLength: most } }, { uid: true });
    return found ? found.source : undefined;
  }

  async done(uid: number): Promise<void> {
    await this.client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    if (this.doneFolder !== undefined) await this.client.messageMove(String(uid), this.doneFolder, { uid: true });
  }
}
