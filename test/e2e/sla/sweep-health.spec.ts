import { Database } from '#platform';
import { SweepWatchdog } from '#sla';
import { startTestApp, type TestApp } from '../../support/app.js';

interface Ready {
  readonly status: string;
  readonly probes: readonly { readonly name: string; readonly ok: boolean }[];
}

describe('a sweep that has stopped', () => {
  let test: TestApp;
  const lastRan = (seconds: number): Promise<unknown> =>
    test.app
      .get(Database)
      .query(`update sla.sweep_run set finished_at = clock_timestamp() - make_interval(secs => $1) returning id`, [seconds]);
  const ready = async (): Promise<Ready> => (await (await fetch(`${test.url}/health/ready`)).json()) as Ready;
  const metrics = async (): Promise<string> => (await fetch(`${test.url}/metrics`)).text();

  beforeAll(async () => {
    test = await startTestApp();
  });

  afterAll(() => test.close());

  it('is noticed by /health/ready within fifteen seconds, which goes on serving', async () => {
    await lastRan(8);
    expect((await ready()).probes.find(({ name }) => name === 'sla-sweep')).toMatchObject({ ok: true });
    await lastRan(12);
    expect(await ready()).toMatchObject({
      status: 'degraded',
      probes: expect.arrayContaining([expect.objectContaining({ name: 'sla-sweep', ok: false })]),
    });
  });

  it('is told to /metrics with its age', async () => {
    await lastRan(12);
    expect(await metrics()).toContain('atbalsts_probe_ok{probe="sla-sweep"} 0');
    expect(Number(/^atbalsts_sla_sweep_age_seconds (\S+)$/m.exec(await metrics())?.[1])).toBeGreaterThan(11.9);
  });

  it('is run by the watchdog of any other worker process after three seconds', async () => {
    await lastRan(2);
    expect(await test.app.get(SweepWatchdog).look()).toBe(false);
    await lastRan(4);
    expect(await test.app.get(SweepWatchdog).look()).toBe(true);
    expect((await ready()).probes.find(({ name }) => name === 'sla-sweep')).toMatchObject({ ok: true });
  });
});
