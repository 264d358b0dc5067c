import { Agent, request } from 'node:http';
import { sleep } from '../chance.mjs';

const ATTEMPT_MS = 20_000;
const GIVE_UP_MS = 240_000;

/** One request; rejects where no whole answer comes. */
function attempt(url, { method, headers, body, agent }) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const type = text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers: { ...headers, ...type }, agent, timeout: ATTEMPT_MS }, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (chunk) => (answer += chunk));
      response.on('end', () => (response.complete ? resolve({ status: response.statusCode, text: answer }) : reject(new Error('cut off'))));
      response.on('error', reject);
    });
    call.on('timeout', () => call.destroy(new Error('no answer')));
    call.on('error', reject);
    call.end(text);
  });
}

/** Status codes that say "not now": the request is repeated. */
const notNow = (status) => status >= 500 || status === 429 || status === 408;

/**
 * A client that does not give up: it repeats a request, with the same Idempotency-Key, at one API or the other until it is answered. What
 * is answered is acknowledged.
 */
export class PatientClient {
  /** @param {() => string[]} urls addresses of the APIs @param {import('../chance.mjs').Chance} chance */
  constructor(urls, chance) {
    Object.assign(this, { urls, chance });
    this.agent = new Agent({ keepAlive: true, maxSockets: 64 });
    this.begun = 0;
    this.answered = 0;
    this.repeated = 0;
    /** Called whenever a request is about to be sent: the points at which faults strike. */
    this.onBegin = () => undefined;
  }

  /**
   * @returns {Promise<{ status: number, body: object, attempts: number }>} the answer, whatever it says
   * @throws where nobody has answered for four minutes
   */
  async send(method, path, { headers, body, key, ifMatch }) {
    const all = { ...headers, ...(key ? { 'idempotency-key': key } : {}), ...(ifMatch ? { 'if-match': `"${ifMatch}"` } : {}) };
    const end = performance.now() + GIVE_UP_MS;
    for (let attempts = 1; ; attempts += 1) {
      this.begun += 1;
      this.onBegin(this.begun);
      try {
        const { status, text } = await attempt(`${this.chance.one(this.urls())}/api/v1${path}`, {
          method,
          headers: all,
          body,
          agent: this.agent,
        });
        if (!notNow(status)) {
          this.answered += 1;
          return { status, body: JSON.parse(text || '{}'), attempts };
        }
      } catch {
        // Nobody there, cut off, or no answer in time: it may or may not have been done.
      }
      if (performance.now() > end) throw new Error(`${method} ${path} was not answered for ${GIVE_UP_MS / 1000} s`);
      this.repeated += 1;
      await sleep(50 + Math.min(1_000, 50 * attempts));
    }
  }

  close() {
    this.agent.destroy();
  }
}
