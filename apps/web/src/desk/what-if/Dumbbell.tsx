import c from './drawn.module.css';
import type { Compared } from './what-if-queries';

export interface Scale {
  readonly from: number;
  readonly to: number;
}

/** A scale in whole tens that holds all shares, so that near ones can be told apart. */
export function scaleOf(rows: readonly Compared[]): Scale {
  const shares = rows.flatMap(({ asWas, asWouldBe }) => [asWas.percent, asWouldBe.percent]).filter((share) => share !== null);
  const lowest = Math.min(90, ...shares);
  return { from: Math.max(0, Math.floor(lowest / 10) * 10), to: 100 };
}

const WIDTH = 200;
const HEIGHT = 22;
const EDGE = 8;

/** Two shares on one scale, and the way from the one to the other. The figures stand beside it. */
export function Dumbbell({ was, would, scale }: { was: number | null; would: number | null; scale: Scale }) {
  if (was === null || would === null) return null;
  const x = (share: number): number => EDGE + ((share - scale.from) / (scale.to - scale.from)) * (WIDTH - 2 * EDGE);
  const y = HEIGHT / 2;
  const [a, b] = [x(was), x(would)];
  return (
    <svg className={c.dumbbell} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} data-worse={would < was || undefined} aria-hidden>
      <line x1={EDGE} x2={WIDTH - EDGE} y1={y} y2={y} className={c.track} />
      <line x1={a} x2={b} y1={y} y2={y} className={c.way} />
      <circle cx={a} cy={y} r="5" className={c.was} />
      {would < was ? (
        <path d={`M${b} ${y - 6} l6.5 11 h-13 z`} className={c.would} />
      ) : (
        <circle cx={b} cy={y} r="5.5" className={c.would} />
      )}
    </svg>
  );
}
