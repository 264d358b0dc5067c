import { RebuildIndex } from '#search';
import type { Command } from '../command.js';

const TOLD_EVERY = 20_000;

/** Writes the index of words anew; people may search meanwhile. */
export const searchRebuildCommand: Command = {
  usage: 'search rebuild',
  summary: 'write the index of words of all tickets anew, while people go on searching',
  async run({ open, print }) {
    const app = await open();
    const done = await app.get(RebuildIndex).execute((tickets) => {
      if (tickets % TOLD_EVERY === 0) print(`${tickets} tickets ...`);
    });
    print(`Read ${done} tickets.`);
    return 0;
  },
};
