import { measureSweep } from '../sweep.mjs';
import { generate } from '../load.mjs';
import { HEAD, line, table } from '../report.mjs';
import { measureBusinessTime } from './business-time.mjs';
import { measureChanges } from './changes.mjs';
import { measureFold } from './fold.mjs';
import { measureReport } from './million-clocks.mjs';
import { measureFigures } from './million-tickets.mjs';
import { measureMining } from './mining.mjs';
import { measureImpact, measureReplan } from './replan.mjs';

const OPEN_TICKETS = 50_000;

/** Sweep and replan among 100,000 open clocks. */
async function benchTimers({ app, modules, pool, options, show, say }) {
  await generate(pool, { from: 1, to: OPEN_TICKETS, all: OPEN_TICKETS, open: OPEN_TICKETS, comments: 0, say });
  await pool.query('vacuum analyze');
  const sweep = app.get(modules.sla.RecordCrossings);
  const { clocks, crossings, ...swept } = await measureSweep({ client: pool, sweep, repeats: options.repeats });
  show([HEAD, line(`sweep, ${crossings.toLocaleString('en')} of ${clocks.toLocaleString('en')} clocks`, swept)]);
  show(await measureImpact({ app, pool, repeats: options.repeats, what: 'clocks as they began', ahead: 1 }));
  show(await measureReplan({ app, modules, pool }));
  show(await measureImpact({ app, pool, repeats: options.repeats, what: 'clocks that were replanned', ahead: 6 }));
}

async function benchReport({ pool, options, startApi, show }) {
  const api = await startApi();
  try {
    show(await measureReport({ pool, server: api.url, repeats: options.repeats }));
  } finally {
    api.child.disconnect();
  }
}

async function benchChanges({ pool, options, startApi, show, say }) {
  const api = await startApi();
  try {
    show(await measureChanges({ pool, server: api.url, repeats: options.repeats, say }));
  } finally {
    api.child.disconnect();
  }
}

/** The figures of the largest size that is asked for. */
async function benchFigures({ show, options, ...context }) {
  const size = options.sizes.at(-1);
  for (const rows of await measureFigures({ ...context, size, repeats: options.repeats })) show(rows);
}

/** The parts of the SLA engine, of the figures and of changes, each alone. */
export const ENGINE_PARTS = {
  'business-time': async ({ options, show, say }) => show(await measureBusinessTime({ repeats: Math.min(options.repeats, 3), say })),
  fold: async ({ options, show }) => show(await measureFold({ repeats: options.repeats })),
  timers: benchTimers,
  report: benchReport,
  figures: benchFigures,
  changes: benchChanges,
  mining: async ({ app, pool, options, show, say }) => show(await measureMining({ app, pool, repeats: Math.min(options.repeats, 3), say })),
};

/** The named parts of the engine, in order. */
export async function benchEngine(context) {
  const show = (rows) => context.say(`\n${table(rows)}\n`);
  for (const [name, bench] of Object.entries(ENGINE_PARTS)) if (context.options.parts.includes(name)) await bench({ ...context, show });
}
