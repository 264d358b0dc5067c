import { parseArgs } from 'node:util';
import { DomainError } from '#kernel';
import type { LogColumns } from '#processes';

export interface MineOptions extends LogColumns {
  readonly file: string;
  readonly json: boolean;
}

const FLAGS = {
  case: { type: 'string' },
  activity: { type: 'string' },
  time: { type: 'string' },
  'time-format': { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Reads the command's arguments. Throws `cli.mine-usage` (invalid) where they do not fit. */
export function readMineOptions(args: readonly string[]): MineOptions {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  const activityColumns = (values.activity ?? '').split(',').map((name) => name.trim());
  if (!file || more.length > 0 || !values.case || !values.time || activityColumns.includes('')) throw usage();
  return {
    file,
    caseColumn: values.case,
    activityColumns,
    timeColumn: values.time,
    timeFormat: values['time-format'],
    json: values.json ?? false,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });
  } catch {
    throw usage();
  }
}

function usage(): DomainError {
  return new DomainError('cli.mine-usage', {}, 'invalid');
}
