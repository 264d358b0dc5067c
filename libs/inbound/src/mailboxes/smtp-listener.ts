import { createHash } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { ReplyAddresses } from '#notifications';
import { Settings } from '#platform';
import { withoutTag } from '../domain/automatic-mail.js';
import { foldAddress } from '../domain/parsed-mail.js';
import { HEAD_BYTES, ReceiveMail } from '../use-cases/receive-mail.js';
import { TakeMail } from '../use-cases/take-mail.js';

/** A refusal as SMTP words it. */
function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** Reads `host:port` and `[address]:port`. */
function readEndpoint(text: string): { readonly host: string; readonly port: number } {
  const at = text.lastIndexOf(':');
  return { host: text.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(text.slice(at + 1)) };
}

/** Which addresses may hand mail over, from a list of addresses and CIDR ranges. */
export function relaysOf(list: string): BlockList {
  const allowed = new BlockList();
  for (const entry of list.split(',').map((part) => part.trim())) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0) continue;
    if (bits === undefined) allowed.addAddress(address, family);
    else allowed.addSubnet(address, Number(bits), family);
  }
  return allowed;
}

/**
 * Takes mail from mail servers that the settings name, for the desk's own addresses alone. What it has answered with "250" is kept; what
 * it could not keep is refused for now, and comes again.
 */
@Injectable()
export class SmtpListener implements OnApplicationShutdown {
  private readonly log = new Logger(SmtpListener.name);
  private server: SMTPServer | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly replies: ReplyAddresses,
    private readonly receive: ReceiveMail,
    private readonly takeMail: TakeMail,
  ) {}

  /** The port that it listens at; undefined where it does not. */
  get port(): number | undefined {
    const address = this.server?.server.address();
    return typeof address === 'object' && address !== null ? address.port : undefined;
  }

  /** Listens where the settings say so. Another worker that has the port already serves for all. */
  async start(): Promise<void> {
    if (this.settings.smtpListen === undefined) return;
    const { host, port } = readEndpoint(this.settings.smtpListen);
    const server = this.listenerFor(relaysOf(this.settings.smtpRelays));
    await new Promise<void>((resolve) => {
      server.on('error', (error: Error) => {
        this.log.warn(`SMTP at ${host}:${port}: ${error.message}`);
        resolve();
      });
      server.listen(port, host, () => {
        this.server = server;
        resolve();
      });
    });
  }

  private listenerFor(relays: BlockList): SMTPServer {
    return new SMTPServer({
      name: this.replies.host,
      banner: 'Atbalsts',
      disabledCommands: ['AUTH', 'STARTTLS'],
      authOptional: true,
      disableReverseLookup: true,
      // What says that it is too large is refused below, where it can be noted.
      size: this.settings.mailMaxBytes * 4,
      maxClients: 20,
      socketTimeout: 60_000,
      closeTimeout: 3_000,
      logger: false,
      onConnect: ({ remoteAddress }, done) =>
        done(isAllowed(relays, remoteAddress) ? null : refusal(554, 'not a mail server of this desk')),
      onMailFrom: (address, session, done) => answer(this.mailFrom(address, session), done),
      onRcptTo: ({ address }, _session, done) => done(this.isOurs(address) ? null : refusal(550, 'no such mailbox here')),
      onData: (stream, session, done) => answer(this.data(stream, session), done),
    });
  }

  private async mailFrom({ address, args }: SMTPServerAddress, { id }: SMTPServerSession): Promise<void> {
    const size = Number(((args as { SIZE?: string } | false | undefined) && (args as { SIZE?: string }).SIZE) ?? 0);
    if (!(size > this.settings.mailMaxBytes)) return;
    const source = Buffer.alloc(0);
    await this.receive.execute(
      { mailbox: 'smtp', key: `${id}:${size}`, source, envelopeFrom: address.slice(0, 320), envelopeTo: [] },
      size,
    );
    throw refusal(552, 'the mail is too large');
  }

  private isOurs(address: string): boolean {
    const folded = foldAddress(address);
    return folded !== undefined && withoutTag(folded) === withoutTag(this.replies.desk);
  }

  private async data(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const { source, size } = await read(stream, this.settings.mailMaxBytes);
    const envelopeFrom = envelope.mailFrom ? envelope.mailFrom.address.toLowerCase().slice(0, 320) : '';
    const envelopeTo = envelope.rcptTo.map(({ address }) => address.toLowerCase());
    // The same bytes for the same people are the same mail: its server did not hear our answer.
    const key = createHash('sha256')
      .update(JSON.stringify([envelopeFrom, envelopeTo]))
      .update(source)
      .digest('hex');
    await this.receive.execute({ mailbox: 'smtp', key, source, envelopeFrom, envelopeTo }, size);
    if (size > this.settings.mailMaxBytes) throw refusal(552, 'the mail is too large');
    this.takeMail.soon();
  }

  async onApplicationShutdown(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }
}

function isAllowed(relays: BlockList, address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(plain) !== 0 && relays.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}

/** A refusal is passed on; anything else that goes wrong is ours, and the other side comes again. */
function answer(work: Promise<void>, done: (error?: Error | null) => void): void {
  work.then(
    () => done(),
    (error: Error & { responseCode?: number }) => done(error.responseCode === undefined ? refusal(451, 'try again later') : error),
  );
}

/** Reads a mail; of one beyond `most` bytes only the beginning is held, but its size is counted to the end. */
async function read(stream: SMTPServerDataStream, most: number): Promise<{ readonly source: Buffer; readonly size: number }> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= most) parts.push(part);
    else if (parts.length > 0) parts = [Buffer.concat(parts).subarray(0, HEAD_BYTES)];
  }
  return { source: Buffer.concat(parts), size };
}
