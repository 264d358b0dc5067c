import { sleep } from '../chance.mjs';
import { clockOffset, faketimeLibrary, HOW_TO_GET_FAKETIME } from '../parts/clock-offset.mjs';

const IN_TRANSACTION = `select count(*)::int as n from pg_stat_activity where client_port = any($1::int[]) and state like 'idle in transaction%'`;
const TRIES = 60;

/** Stops the worker in the middle of a transaction, so that it holds locks while it stands; answers whether that was met. */
async function stopWithinTransaction(stage, worker, chance) {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await sleep(chance.whole(1, 80));
    worker.pause();
    const [{ n }] = await stage.postgres.ask(IN_TRANSACTION, [worker.proxies.postgres.outgoingPorts()]);
    if (n > 0) return true;
    worker.resume();
  }
  worker.pause();
  return false;
}

/** A worker stands still with its locks and jobs, others take over, and it wakes as if nothing had been: what it writes then must not count twice. */
export async function zombie(stage) {
  const chance = stage.chance.of('zombie');
  await stage.during('a worker that was stopped and continued', async () => {
    const worker = chance.one(stage.installation.all('worker'));
    await stage.requests(chance.whole(0, 20));
    const within = await stopWithinTransaction(stage, worker, chance);
    stage.say(`  ${worker.name} stopped${within ? ' in the middle of a transaction' : ''}`);
    await sleep(stage.long ? 120_000 : 20_000);
    worker.resume();
  });
}

/** Workers come and go under load. */
export async function scaling(stage) {
  await stage.during('workers added and removed', async () => {
    const third = await stage.installation.add('worker-3');
    await third.start();
    const first = stage.installation.parts.get('worker-1');
    await first.stop();
    await sleep(3_000);
    await first.start();
    await stage.installation.remove(third);
  });
}

/** Seconds, and whether the whole installation is off or one process of each kind beside others that are right. */
const SHORT = [[60, 'everybody']];
const LONG = [...SHORT, [-60, 'everybody'], [86_400, 'everybody'], [-86_400, 'one worker and one API'], [86_400, 'one worker and one API']];

/** The application's clock is wrong by a minute or a day: deadlines are the database's business, and nothing may be late or early for it. */
export async function clock(stage) {
  if (!faketimeLibrary())
    return stage.checklist.leaveOut('the clock of the application off', `libfaketime is not here: ${HOW_TO_GET_FAKETIME}`);
  for (const [offset, whose] of stage.long ? LONG : SHORT) {
    const parts = [...stage.installation.parts.values()].filter(({ name }) => whose === 'everybody' || name.endsWith('-1'));
    const restart = (extra) => Promise.all(parts.map((part) => part.stop().then(() => part.start(extra))));
    await stage.during(`the application's clock off by ${offset} s`, async () => {
      await restart(clockOffset(offset));
      await sleep(12_000);
      await stage.settle(`12 s with the clock of ${whose} off by ${offset} s, while it is`);
      await restart({});
    });
  }
}
