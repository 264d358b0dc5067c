import { createServer, type Server, type Socket } from 'node:net';

/** A mail server that keeps what it is given, and refuses as often as it is told to. */
export class MailServer {
  readonly received: string[] = [];
  /** Answers to the next mails, before one is accepted; `drop` accepts the mail and hangs up without saying so. */
  readonly refusals: (string | 'drop')[] = [];
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<MailServer> {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
      mail.speak(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const mail: MailServer = new MailServer(server, `smtp://127.0.0.1:${port}`);
    return mail;
  }

  private speak(socket: Socket): void {
    let data: string | undefined;
    let rest = '';
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (data === undefined) {
          if (line === 'DATA') data = '';
          socket.write(answer(line));
        } else if (line === '.') {
          this.finish(socket, data);
          data = undefined;
        } else data += `${line}\n`;
      }
    });
  }

  private finish(socket: Socket, mail: string): void {
    const refusal = this.refusals.shift();
    if (refusal === undefined || refusal === 'drop') this.received.push(mail);
    if (refusal === 'drop') socket.destroy();
    else socket.write(`${refusal ?? '250 accepted'}\r\n`);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function answer(line: string): string {
  if (line === 'DATA') return '354 go on\r\n';
  if (line === 'QUIT') return '221 bye\r\n';
  return '250 ok\r\n';
}
