import { sleep } from '../chance.mjs';
import { clockOffset, faketimeLibrary, HOW_TO_GET_FAKETIME } from '../parts/clock-offset.mjs';

/** A worker stands still with its locks and jobs, others take over, and it wakes as if nothing had been: what it writes then must not count twice. */
export async function zombie(stage) {
  const chance = stage.chance.of('zombie');
  await stage.during('a worker that was stopped and continued', async () => {
    const worker = chance.one(stage.installation.all('worker'));
    await stage.requests(chance.whole(0, 20));
    worker.pause();
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

const OFFSETS = [60, -60, 86_400, -86_400];

/** The clock of a worker and of an API is wrong by a minute or a day: deadlines are the database's business. */
export async function clock(stage) {
  if (!faketimeLibrary())
    return stage.checklist.leaveOut('the clock of the application off', `libfaketime is not here: ${HOW_TO_GET_FAKETIME}`);
  const chance = stage.chance.of('clock');
  const offsets = stage.options.plant === 'application-clock' ? [60] : stage.long ? OFFSETS : [60, chance.one([86_400, -86_400])];
  for (const offset of offsets) {
    await stage.during(`the application's clock off by ${offset} s`, async () => {
      const parts = [stage.installation.parts.get('worker-1'), stage.installation.parts.get('api-1')];
      const restart = async (extra) => {
        for (const part of parts) await part.stop();
        await Promise.all(parts.map((part) => part.start(extra)));
      };
      await restart(clockOffset(offset));
      await sleep(15_000);
      await restart({});
    });
  }
}
