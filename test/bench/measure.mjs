import { Agent, request } from 'node:http';

/** A client that keeps its connections, so that what is measured is the server. */
export class Client {
  constructor(base, headers = {}, sockets = 16) {
    this.base = base;
    this.headers = headers;
    this.agent = new Agent({ keepAlive: true, maxSockets: sockets });
  }

  send(method, path, body) {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = { ...this.headers, ...(text ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {}) };
    return new Promise((resolve, reject) => {
      const call = request(`${this.base}${path}`, { method, headers, agent: this.agent }, (response) => {
        let answer = '';
        response.setEncoding('utf8').on('data', (chunk) => (answer += chunk));
        response.on('end', () =>
          response.statusCode < 300
            ? resolve(JSON.parse(answer || '{}'))
            : reject(new Error(`${method} ${path}: ${response.statusCode} ${answer}`)),
        );
      });
      call.on('error', reject).end(text);
    });
  }

  close() {
    this.agent.destroy();
  }
}

export const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
export const median = (values) => quantile(values, 0.5);

/** Milliseconds of each of `times` calls, one after the other. */
export async function inTurn(times, call) {
  const taken = [];
  for (let n = 0; n < times; n += 1) {
    const begun = performance.now();
    await call(n);
    taken.push(performance.now() - begun);
  }
  return taken;
}

/** Calls per second of `clients` that call side by side, `times` in all. */
export async function sideBySide(clients, times, call) {
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < times) await call(next++);
    }),
  );
  return (1000 * times) / (performance.now() - begun);
}

/**
 * Measures product and bare server in turn, so that both meet the same moods of the machine: medians of p50 and p95 over the repeats.
 */
export async function compare({ repeats, times, product, bare }) {
  const rounds = { product: [], bare: [] };
  await inTurn(Math.ceil(times / 5), product);
  await inTurn(Math.ceil(times / 5), bare);
  for (let round = 0; round < repeats; round += 1) {
    rounds.product.push(await inTurn(times, product));
    rounds.bare.push(await inTurn(times, bare));
  }
  const of = (name, share) => median(rounds[name].map((taken) => quantile(taken, share)));
  return { product: of('product', 0.5), productP95: of('product', 0.95), bare: of('bare', 0.5), bareP95: of('bare', 0.95) };
}
