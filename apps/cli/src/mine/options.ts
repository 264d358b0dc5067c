import { parseArgs } from 'node:util';
import { DomainError } from '#kernel';
import type { LogColumns } from '#processes';

export interface MineOptions {
  readonly file: string;
  /** Undefined where none was named: of XES the standard's own names hold. */
  readonly columns: LogColumns | undefined;
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
  if (!file || more.length > 0) throw usage();
  const json = values.json ?? false;
  if (!values.case && !values.time && !values.activity && !values['time-format']) return { file, json, columns: undefined };
  if (!values.case || !values.time || activityColumns.includes('')) throw usage();
  return { file, json, columns: { caseColumn: values.case, activityColumns, timeColumn: values.time, timeFormat: values['time-format'] } };
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
