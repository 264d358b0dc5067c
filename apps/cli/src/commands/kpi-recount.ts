import { RecountKpis } from '#kpis';
import type { Command } from '../command.js';

/** Counts the indicators anew from the raw events and puts right what differs. */
export const kpiRecountCommand: Command = {
  usage: 'kpi recount',
  summary: 'count all indicators from the raw events, compare with what is kept, and put right what differs',
  async run({ open, print }) {
    const app = await open();
    const { tickets, caughtUp, differences, healed } = await app.get(RecountKpis).execute();
    print(`Recounted ${tickets} tickets; ${caughtUp} had events that were still to be counted.`);
    print(differences === 0 ? 'Difference: 0.' : `Differences: ${differences}, healed: ${healed}.`);
    return 0;
  },
};
