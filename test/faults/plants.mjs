import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SWEEP = 'libs/sla/src/store/due-crossings.js';

/** Bugs that the run must find: what is changed in the program's copy, what in its database, and the faults that bring it to light. */
export const PLANTS = {
  'crossing-without-key': {
    says: 'crossings have lost their unique key',
    patches: [],
    database: [`alter table sla.crossing drop constraint pk_crossing`],
    faults: ['twice'],
  },
  'enqueue-instead-of-sweep': {
    says: 'a job looks after what is due in its own second, and nothing looks after what the job missed',
    patches: [
      {
        file: SWEEP,
        from: /where p\.due_at < \(select at from moment\)/,
        to: `$& and p.due_at > (select at from moment) - interval '2 seconds'`,
      },
      { file: 'apps/worker/src/schedules.js', from: /app\.get\(SweepWatchdog\)\.start\(\);/, to: '' },
    ],
    faults: ['kills', 'postgres-away'],
  },
  'application-clock': {
    says: "the sweep asks the application's clock what is due",
    patches: [{ file: SWEEP, from: /select clock_timestamp\(\) as at\b/, to: 'select to_timestamp(${Date.now() / 1000}) as at' }],
    faults: ['clock'],
  },
};

/** Changes a copy of the built program in one place. Throws where the place is not there any more: a plant that plants nothing proves nothing. */
function patch(root, { file, from, to }) {
  const path = join(root, 'dist', file);
  const text = readFileSync(path, 'utf8');
  if (!from.test(text)) throw new Error(`${file} holds no ${from}: this plant must be brought up to date`);
  writeFileSync(path, text.replace(from, to));
}

/**
 * A copy of the built program in `folder`, with the bug in it.
 * @returns {string} the root to run it from
 */
export function plantedCopy(root, folder, name) {
  const copy = join(folder, 'planted');
  cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true });
  const { type, imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ type, imports }));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const one of PLANTS[name].patches) patch(copy, one);
  return copy;
}
