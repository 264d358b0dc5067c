import { existsSync } from 'node:fs';
import { DomainError } from '#kernel';
import { Texts } from '#platform';
import { formatOf, mineLog, readEventLog } from '#processes';
import type { Command, CommandContext } from '../command.js';
import { readMineOptions } from './options.js';
import { summaryOf } from './summary.js';

const USAGE = 'mine FILE --case COL --activity COL[,COL] --time COL [--time-format d/m/yyyy HH:mm] [--json]';

async function mine({ print, complain }: CommandContext, args: readonly string[]): Promise<number> {
  try {
    const { file, json, columns } = readMineOptions(args);
    if (!existsSync(file)) {
      complain(`There is no file ${file}.`);
      return 1;
    }
    if (!columns && (await formatOf(file)) === 'csv') throw new DomainError('cli.mine-usage', {}, 'invalid');
    const mined = mineLog(await readEventLog(file, columns));
    for (const line of json ? [JSON.stringify(mined)] : summaryOf(mined)) print(line);
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    complain(new Texts().say('en', error.code, error.params));
    return error.code === 'cli.mine-usage' ? 2 : 1;
  }
}

export const mineCommand: Command = {
  usage: USAGE,
  summary: 'show the process behind an event log (CSV or XES, plain or gzip; XES needs no columns)',
  run: mine,
};
