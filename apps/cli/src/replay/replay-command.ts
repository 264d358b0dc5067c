import { existsSync } from 'node:fs';
import { DomainError } from '#kernel';
import type { Command, CommandContext } from '../command.js';
import { RowError } from './log-row.js';
import { readOptions } from './options.js';
import { ReplayRun } from './replay-run.js';

const USAGE = 'replay FILE [--on-error stop|skip]';

/** What the command says where it cannot go on. */
function complaint(error: unknown): string | undefined {
  if (error instanceof RowError) {
    const what =
      { columns: 'the number of columns is wrong', 'number-again': 'its case was left before' }[error.column as string] ?? error.column;
    return `Stopped at line ${error.line}: ${what} (${error.value}). Nothing was taken in. With --on-error skip such rows are left out.`;
  }
  if (error instanceof DomainError && error.code === 'cli.replay-usage') return `Usage: ${USAGE}`;
  if (error instanceof DomainError && error.code === 'cli.replay-header')
    return 'This is not the log that this command reads: its first line names other columns.';
  return undefined;
}

/** `replay FILE`: takes in the event log that the README of this folder describes. */
export async function replay({ open, print, complain }: CommandContext, args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (!existsSync(options.file)) {
      complain(`There is no file ${options.file}.`);
      return 1;
    }
    await new ReplayRun(await open(), options, print).execute();
    return 0;
  } catch (error) {
    const words = complaint(error);
    if (words === undefined) throw error;
    complain(words);
    return 1;
  }
}

export const replayCommand: Command = {
  usage: USAGE,
  summary: 'take in an incident event log with its history (see apps/cli/src/replay/README.md)',
  run: replay,
};
