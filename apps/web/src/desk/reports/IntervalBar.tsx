import type { Figure } from '../data/types';
import c from './figure.module.css';

interface Props {
  figure: Pick<Figure, 'value' | 'low' | 'high' | 'status'>;
  target: number | null;
  width?: number;
  /** Where the scale begins, in percent; the same for all rows of a table. */
  floor?: number;
}

const HEIGHT = 24;
const EDGE = 6;

/** The floor of a scale that holds all lower bounds and targets: a multiple of ten, so that near values can be told apart. */
export function floorOf(figures: readonly (Pick<Figure, 'low'> | undefined)[], target: number | null): number {
  const lows = figures.flatMap((figure) => (figure?.low == null ? [] : [figure.low]));
  return Math.max(0, Math.floor(Math.min(90, target ?? 90, ...lows) / 10) * 10 - 10);
}

/** The 95 % interval against the target, on a scale from the floor to 100 %. Its figures stand beside it in words. */
export function IntervalBar({ figure, target, width = 160, floor = 0 }: Props) {
  const { low, high, value } = figure;
  if (low === null || high === null) return null;
  const x = (percent: number): number => EDGE + ((percent - floor) / (100 - floor)) * (width - 2 * EDGE);
  const y = HEIGHT / 2;
  return (
    <svg
      className={c.interval}
      data-status={figure.status ?? undefined}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      aria-hidden
    >
      <line x1={EDGE} x2={width - EDGE} y1={y} y2={y} stroke="var(--line)" strokeWidth="2" />
      <rect x={x(low)} y={y - 3.5} width={Math.max(4, x(high) - x(low))} height="7" rx="3.5" fill="currentColor" opacity=".34" />
      {value !== null && <circle cx={x(value)} cy={y} r="4.5" fill="currentColor" />}
      {target !== null && <line x1={x(target)} x2={x(target)} y1="2" y2={HEIGHT - 2} stroke="var(--ink)" strokeWidth="2" />}
    </svg>
  );
}
