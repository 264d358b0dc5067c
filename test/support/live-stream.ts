import { get, type IncomingMessage } from 'node:http';
import type { ApiClient } from './client.js';

/** One word of the stream. */
export interface LiveMessage {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** An open stream as a browser would hold it. */
export class LiveStream {
  readonly messages: LiveMessage[] = [];
  ended = false;

  private constructor(private readonly response: IncomingMessage) {
    let rest = '';
    response.on('data', (chunk: Buffer) => {
      rest += chunk.toString('utf8');
      const frames = rest.split('\n\n');
      rest = frames.pop() ?? '';
      this.messages.push(...frames.flatMap(read));
    });
    response.on('close', () => (this.ended = true));
  }

  static open(client: ApiClient, headers: Record<string, string> = {}): Promise<LiveStream> {
    return new Promise((resolve, reject) => {
      const request = get(`${client.url}/api/v1/stream`, { headers: { ...client.headers(), ...headers }, agent: false }, (response) =>
        response.statusCode === 200 ? resolve(new LiveStream(response)) : reject(new Error(String(response.statusCode))),
      );
      request.on('error', reject);
    });
  }

  /** What came of one kind, in its order. */
  of(event: string): LiveMessage[] {
    return this.messages.filter((message) => message.event === event);
  }

  close(): void {
    this.response.destroy();
  }
}

function read(frame: string): LiveMessage[] {
  const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1];
  const event = field('event');
  return event === undefined ? [] : [{ id: field('id'), event, data: JSON.parse(field('data') ?? '{}') as Record<string, unknown> }];
}
