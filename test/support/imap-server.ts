import { createServer, type Server, type Socket } from 'node:net';

interface Kept {
  readonly uid: number;
  readonly source: Buffer;
  seen: boolean;
}

/** As much of an IMAP server as fetching mail takes: one mailbox, LOGIN, SELECT, and SEARCH, FETCH, STORE by UID. */
export class ImapServer {
  readonly mails: Kept[] = [];
  /** Hangs up when it is asked for the bytes of this mail. */
  breaksAt: number | undefined;
  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(): Promise<ImapServer> {
    const server = createServer((socket) => imap.speak(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const imap: ImapServer = new ImapServer(server, typeof address === 'object' && address ? address.port : 0);
    return imap;
  }

  put(source: Buffer, { seen = false } = {}): number {
    const uid = (this.mails.at(-1)?.uid ?? 0) + 1;
    this.mails.push({ uid, source, seen });
    return uid;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private speak(socket: Socket): void {
    let rest = '';
    socket.on('error', () => undefined);
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        this.answer(socket, line);
      }
    });
  }

  private answer(socket: Socket, line: string): void {
    const [tag = '', first = '', ...words] = line.split(' ');
    const byUid = first.toUpperCase() === 'UID';
    const command = (byUid ? words.shift() : first)?.toUpperCase();
    const done = (more = ''): unknown => socket.write(`${tag} OK ${more}done\r\n`);
    if (command === 'CAPABILITY') socket.write('* CAPABILITY IMAP4rev1\r\n');
    if (command === 'LIST') socket.write('* LIST () "/" INBOX\r\n');
    if (command === 'LSUB') socket.write('* LSUB () "/" INBOX\r\n');
    if (command === 'LOGOUT') socket.write('* BYE\r\n');
    if (command === 'SELECT') return this.select(socket, done);
    if (command === 'SEARCH') this.search(socket, words.join(' '));
    if (command === 'STORE') this.store(Number(words[0]));
    if (command === 'FETCH' && !this.fetch(socket, words)) return;
    done();
    if (command === 'LOGOUT') socket.end();
  }

  private select(socket: Socket, done: (more?: string) => unknown): void {
    const next = (this.mails.at(-1)?.uid ?? 0) + 1;
    socket.write(
      `* FLAGS (\\Seen)\r\n* ${this.mails.length} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT ${next}] x\r\n`,
    );
    done('[READ-WRITE] ');
  }

  private search(socket: Socket, query: string): void {
    const from = /UID (\d+):\*/i.exec(query)?.[1];
    const last = this.mails.at(-1)?.uid;
    const found = this.mails.filter(({ uid, seen }) => (from === undefined ? !seen : uid >= Number(from) || uid === last));
    socket.write(`* SEARCH ${found.map(({ uid }) => uid).join(' ')}\r\n`);
  }

  private store(uid: number): void {
    for (const mail of this.mails) if (mail.uid === uid) mail.seen = true;
  }

  private fetch(socket: Socket, [set = '', ...items]: string[]): boolean {
    const asked = new Set(set.split(',').flatMap(rangeOf));
    const wantsBytes = items.join(' ').toUpperCase().includes('BODY');
    const most = Number(/<0\.(\d+)>/.exec(items.join(' '))?.[1] ?? Infinity);
    for (const [at, { uid, source }] of this.mails.entries()) {
      if (!asked.has(uid)) continue;
      if (wantsBytes && uid === this.breaksAt) return (socket.destroy(), false);
      const bytes = source.subarray(0, most);
      const body = wantsBytes ? ` BODY[]${Number.isFinite(most) ? '<0>' : ''} {${bytes.length}}\r\n` : '';
      socket.write(`* ${at + 1} FETCH (UID ${uid} RFC822.SIZE ${source.length}${body}`);
      if (wantsBytes) socket.write(bytes);
      socket.write(')\r\n');
    }
    return true;
  }
}

function rangeOf(part: string): number[] {
  const [from = 0, to = from] = part.split(':').map(Number);
  return Array.from({ length: to - from + 1 }, (_one, at) => from + at);
}
