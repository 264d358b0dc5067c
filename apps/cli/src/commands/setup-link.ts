import { IssueSetupLink } from '#identity';
import type { Command } from '../command.js';

/** The way into an installation that has no administrator yet. */
export const setupLinkCommand: Command = {
  usage: 'setup-link',
  summary: 'print the one-time link that creates the administrator, where there is none yet',
  async run({ open, print }) {
    const app = await open();
    const link = await app.get(IssueSetupLink).execute();
    if (link) print(`Create the administrator (the link works once, for a day):\n${link}`);
    return 0;
  },
};
