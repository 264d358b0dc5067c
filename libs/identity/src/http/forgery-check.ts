import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Settings } from '#platform';
import type { FastifyRequest } from 'fastify';
import { isCsrfToken } from '../domain/session-secret.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses requests that another site made a browser send. */
@Injectable()
export class ForgeryCheck {
  private readonly publicOrigin: string;

  constructor(settings: Settings) {
    this.publicOrigin = new URL(settings.publicUrl).origin;
  }

  /** Does this method change nothing? */
  isSafe(request: FastifyRequest): boolean {
    return SAFE_METHODS.has(request.method);
  }

  /** Refuses (forbidden, `identity.foreign-origin`) a page of another site; programs that send no Origin pass. */
  requireOwnOrigin(request: FastifyRequest): void {
    const { origin } = request.headers;
    if (origin !== undefined && origin !== this.publicOrigin && !isOrigin(origin, request.headers.host)) {
      throw new DomainError('identity.foreign-origin', {}, 'forbidden');
    }
  }

  /**
   * Refuses (forbidden, `identity.csrf`) unless the header `x-csrf-token` holds the token of this session. A program that is no browser
   * may leave it out: browsers always say where a change comes from (`Origin`, `Sec-Fetch-Site`), no page can keep them from it, and
   * programs send only the cookies that they were given.
   */
  requireToken(request: FastifyRequest, sessionId: string): void {
    const token = request.headers['x-csrf-token'];
    if (token === undefined && !isSentByBrowser(request)) return;
    if (typeof token !== 'string' || !isCsrfToken(sessionId, token)) throw new DomainError('identity.csrf', {}, 'forbidden');
  }
}

function isSentByBrowser({ headers }: FastifyRequest): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined || headers.referer !== undefined;
}

/** Is the page's origin the host that it asks? The scheme may differ behind a proxy that ends TLS. */
function isOrigin(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
