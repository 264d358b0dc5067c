import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Changes a copy of the built program in one place. Throws where the place is not there any more: a plant that plants nothing proves nothing. */
function patch(root, file, from, to) {
  const path = join(root, 'dist', file);
  const text = readFileSync(path, 'utf8');
  if (!from.test(text)) throw new Error(`${file} holds no ${from}: this plant must be brought up to date`);
  writeFileSync(path, text.replace(from, to));
}

const SWEEP = 'libs/sla/src/store/due-crossings.js';
const MOMENT = /select clock_timestamp\(\) as at\b/;
const DUE = /where p\.due_at < \(select at from moment\)/;

/** Bugs that the run must find: what is changed in the program's copy, what in its database, and the faults that bring it to light. */
export const PLANTS = {
  'crossing-without-key': {
    says: 'crossings have lost their unique key',
    database: [`alter table sla.crossing drop constraint pk_crossing`],
    faults: ['twice'],
  },
  'enqueue-instead-of-sweep': {
    says: 'a job looks after what is due in its own second, and nothing looks after what the job missed',
    program(root) {
      patch(root, SWEEP, DUE, `$& and p.due_at > (select at from moment) - interval '2 seconds'`);
      patch(root, 'apps/worker/src/schedules.js', /app\.get\(SweepWatchdog\)\.start\(\);/, '');
    },
    faults: ['kills', 'postgres-away'],
  },
  'application-clock': {
    says: "the sweep asks the application's clock what is due",
    program(root) {
      patch(root, SWEEP, MOMENT, 'select to_timestamp(${Date.now() / 1000}) as at');
    },
    faults: ['clock'],
  },
};

/**
 * A copy of the built program in `folder`, with the bug in it.
 * @returns {string} the root to run it from
 */
export function plantedCopy(root, folder, name) {
  const { program } = PLANTS[name];
  const copy = join(folder, 'planted');
  cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true });
  const { type, imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ type, imports }));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  program?.(copy);
  return copy;
}
