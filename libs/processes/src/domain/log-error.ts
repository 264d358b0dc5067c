import { DomainError } from '#kernel';

/** What is wrong with a log that somebody gave. Rows are counted from 1, the head being the first. */
export type LogFault =
  | 'time-unreadable'
  | 'time-ambiguous'
  | 'time-format'
  | 'column-missing'
  | 'case-missing'
  | 'attribute-missing'
  | 'not-csv'
  | 'not-xes'
  | 'damaged'
  | 'empty'
  | 'too-large'
  | 'too-many';

export function logRefused(fault: LogFault, params: Readonly<Record<string, string | number>> = {}): DomainError {
  return new DomainError(`processes.log.${fault}`, params, 'invalid', [{ pointer: '/file', code: `processes.log.${fault}` }]);
}
