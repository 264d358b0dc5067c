import type { Command } from '../command.js';
import { migrateCommand } from './migrate.js';
import { openApiCommand } from './open-api.js';

/** The operator's commands by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  migrate: migrateCommand,
  openapi: openApiCommand,
};
