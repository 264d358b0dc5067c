import type { Command } from '../command.js';
import { directorySyncCommand } from './directory-sync.js';
import { kpiRecountCommand } from './kpi-recount.js';
import { migrateCommand } from './migrate.js';
import { openApiCommand } from './open-api.js';
import { mineCommand } from '../mine/mine-command.js';
import { reportingCommand } from './reporting.js';
import { replayCommand } from '../replay/replay-command.js';
import { searchRebuildCommand } from './search-rebuild.js';
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
  'search rebuild': searchRebuildCommand,
  'directory sync': directorySyncCommand,
  reporting: reportingCommand,
  mine: mineCommand,
  openapi: openApiCommand,
};
