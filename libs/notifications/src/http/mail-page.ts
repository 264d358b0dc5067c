/** The mail's own style elements and attributes hold, and nothing else in it does anything; only this product frames it. */
const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`,
  'x-frame-options': 'SAMEORIGIN',
  'origin-agent-cluster': '?0',
  'cache-control': 'private, no-store',
};

export interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** Makes the answer the page of a mail. */
export function asMailPage(reply: WithHeaders): void {
  for (const [name, value] of Object.entries(PAGE_HEADERS)) reply.header(name, value);
}
