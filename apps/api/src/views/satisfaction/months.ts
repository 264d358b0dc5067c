import { DomainError } from '#kernel';

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** The three months of the calendar quarter that holds a month. Throws `kpis.period-invalid` where it is none. */
export function quarterOf(month: string): string[] {
  if (!MONTH.test(month)) throw new DomainError('kpis.period-invalid', {}, 'invalid', [{ pointer: '/month', code: 'kpis.period-invalid' }]);
  const [year, number] = month.split('-').map(Number) as [number, number];
  const first = number - ((number - 1) % 3);
  return [0, 1, 2].map((more) => `${year}-${String(first + more).padStart(2, '0')}`);
}
