import { useFormat } from '../format';

/** Writes an interval in percent: `[67,6; 79,1]`; nothing where there is none. */
export function useInterval(): (figure: { low: number | null; high: number | null }) => string {
  const { number } = useFormat();
  return ({ low, high }) => (low === null || high === null ? '' : `[${number(low, 1)}; ${number(high, 1)}]`);
}
