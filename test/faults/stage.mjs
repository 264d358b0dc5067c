import { cpus, loadavg } from 'node:os';
import { sleep } from './chance.mjs';

/** QUALITY: "none lost" is asserted so long after the last part is back; a threshold counts as lost when it was due so long ago. */
const BACK_WITHIN_S = 15;
const LOST_AFTER_S = 5;

/** How much longer things may take than on a machine of our own: the load for each core, where it is above one. */
export const slack = () => Math.max(1, loadavg()[0] / cpus().length);

const LOST = `select count(*)::int as lost from sla.planned_crossing p join sla.clock c on c.id = p.clock_id
  where c.state = 'running' and c.outcome is null and c.plan_no = p.plan_no
    and greatest(p.due_at, p.planned_at) < clock_timestamp() - make_interval(secs => $1)`;

/** Where a run takes place: the installation, its clients, and the times at which something was wrong. */
export class Stage {
  /**
   * @param {{ installation: import('./parts/installation.mjs').Installation, client: import('./clients/patient-client.mjs').PatientClient, chance: import('./chance.mjs').Chance, people: object, history: import('./clients/driver.mjs').History, checklist: import('./checklist.mjs').Checklist, options: object, say: (line: string) => void }} given
   */
  constructor(given) {
    Object.assign(this, given);
    this.windows = [];
    this.long = this.options.minutes >= 20;
  }

  /** Runs what breaks something; the window is open until everything is back and some time after. */
  async during(name, work) {
    const window = { name, from: Date.now(), to: Infinity };
    this.windows.push(window);
    await work();
    await this.settle(name);
    window.to = Date.now();
  }

  /** Waits until nothing due is left; after a fault, at most fifteen seconds. */
  async settle(name) {
    const back = Date.now();
    const patience = BACK_WITHIN_S * 1000 * slack();
    for (;;) {
      const [{ lost }] = await this.installation.postgres.ask(LOST, [LOST_AFTER_S]);
      const took = (Date.now() - back) / 1000;
      if (lost === 0) return this.checklist.expect(`none lost after ${name}`, true, `${took.toFixed(1)} s after the last part was back`);
      if (Date.now() - back > patience)
        return this.checklist.expect(
          `none lost after ${name}`,
          false,
          `${lost} thresholds ${took.toFixed(0)} s after the last part was back`,
        );
      await sleep(500);
    }
  }

  /** Waits until the clients have sent so many requests more: a point in what they do, and not in time. */
  async requests(more) {
    const until = this.client.begun + more;
    const end = performance.now() + 10_000;
    while (this.client.begun < until && performance.now() < end) await sleep(2);
  }

  get postgres() {
    return this.installation.postgres;
  }

  get redis() {
    return this.installation.redis;
  }
}
