import type { Command } from '../command.js';
import { kpiRecountCommand } from './kpi-recount.js';
import { migrateCommand } from './migrate.js';
import { openApiCommand } from './open-api.js';
import { mineCommand } from '../mine/mine-command.js';
import { replayCommand } from '../replay/replay-command.js';
import { seedDemoCommand } from './seed-demo.js';
import { seedReferenceCommand } from './seed-reference.js';
import { setupLinkCommand } from './setup-link.js';

/** The operator's commands by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  migrate: migrateCommand,
  'seed reference': seedReferenceCommand,
  'seed demo': seedDemoCommand,
  'setup-link': setupLinkCommand,
  replay: replayCommand,
  'kpi recount': kpiRecountCommand,
  mine: mineCommand,
  openapi: openApiCommand,
};
