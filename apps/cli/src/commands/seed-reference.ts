import { UnitOfWork } from '#platform';
import type { Command } from '../command.js';
import { layAllReference } from '../seeds/reference.js';

/** Lays in what every installation needs. */
export const seedReferenceCommand: Command = {
  usage: 'seed reference',
  summary: 'lay in what every installation needs (calendars, service levels, figures); may be repeated',
  async run({ open, print }) {
    const app = await open();
    await app.get(UnitOfWork).run(layAllReference);
    print('The reference data is there.');
    return 0;
  },
};
