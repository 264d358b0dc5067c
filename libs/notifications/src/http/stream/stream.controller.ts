import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, SessionCookie } from '#identity';
import { Require } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StreamConnection } from './stream-connection.js';
import { StreamHub } from './stream-hub.js';

/** A browser that does not read for so long that this much waits is cut off; it comes back and catches up. */
const WAITING_BYTES_LIMIT = 1024 * 1024;
/** What the browser waits before it comes back. */
const RETRY_MS = 2_000;

/** Live news by server-sent events: `ticket`, `counts`, `notice`, `resync`. */
@ApiTags('stream')
@Controller('stream')
@Require()
export class StreamController {
  constructor(
    private readonly hub: StreamHub,
    private readonly cookie: SessionCookie,
  ) {}

  /** Opens the stream. It stays open; `Last-Event-ID` brings what was missed meanwhile, or a `resync`. */
  @Get()
  @ApiProduces('text/event-stream')
  open(
    @CurrentActor() actor: Actor,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const { raw } = reply;
    const sink = {
      write: (text: string): void => {
        if (raw.writableLength > WAITING_BYTES_LIMIT) raw.destroy();
        else raw.write(text);
      },
      end: (): void => void raw.end(),
    };
    const connection = new StreamConnection(this.cookie.read(request) ?? '', actor, sink);
    const close = this.hub.open(connection, readId(lastEventId));
    raw.on('close', close);
    reply.hijack();
    // What the hooks of the server have set (security headers) goes out with ours, though Fastify no longer writes the answer.
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    raw.write(`retry: ${RETRY_MS}\n\n`);
  }
}

function readId(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
