import type { Figure } from '../data/types';
import c from './reports.module.css';

interface Props {
  figure: Figure;
  target: number | null;
  width?: number;
}

const HEIGHT = 24;
const EDGE = 6;

/** The 95 % interval against the target, on a scale from 0 to 100 %. Its figures stand beside it in words. */
export function IntervalBar({ figure, target, width = 160 }: Props) {
  const { low, high, value } = figure;
  if (low === null || high === null) return null;
  const x = (percent: number): number => EDGE + (percent / 100) * (width - 2 * EDGE);
  const y = HEIGHT / 2;
  return (
    <svg className={c.interval} data-status={figure.status ?? undefined} width={width} height={HEIGHT} aria-hidden>
      <line x1={EDGE} x2={width - EDGE} y1={y} y2={y} stroke="var(--line)" strokeWidth="2" />
      <rect x={x(low)} y={y - 3.5} width={Math.max(4, x(high) - x(low))} height="7" rx="3.5" fill="currentColor" opacity=".34" />
      {value !== null && <circle cx={x(value)} cy={y} r="4.5" fill="currentColor" />}
      {target !== null && <line x1={x(target)} x2={x(target)} y1="2" y2={HEIGHT - 2} stroke="var(--ink)" strokeWidth="2" />}
    </svg>
  );
}
