import figureCss from '../reports/figure.module.css';
import type { IndicatorYear, ScorecardIndicator } from './scorecard-queries';

const [WIDTH, HEIGHT, EDGE] = [160, 26, 6];

/** Where a scale begins and ends so that everything on it can be told apart: the values and a fifth of their distance at either side. */
function domainOf(indicator: ScorecardIndicator, marks: number[]): readonly [number, number] {
  const [least, most] = [Math.min(...marks), Math.max(...marks)];
  const room = Math.max((most - least) * 0.4, most * 0.04, 0.5);
  return [Math.max(0, least - room), indicator.unit === 'percent' ? Math.min(100.5, most + room) : most + room];
}

/** Value and interval against the target; the same stands beside it in words. */
export function TargetScale({ indicator, year }: { indicator: ScorecardIndicator; year: IndicatorYear }) {
  const { figure, target, status } = year;
  if (!figure || (figure.value === null && figure.low === null)) return null;
  const { value, low, high } = figure;
  const others = indicator.years.flatMap((one) => (one.figure?.value == null ? [] : [one.figure.value]));
  const [from, to] = domainOf(
    indicator,
    [value, low, high, target, ...others].filter((mark) => mark !== null),
  );
  const x = (at: number): number => EDGE + ((at - from) / (to - from || 1)) * (WIDTH - 2 * EDGE);
  const y = HEIGHT / 2;
  return (
    <svg className={figureCss.interval} data-status={status ?? undefined} width={WIDTH} height={HEIGHT} aria-hidden>
      <line x1={EDGE} x2={WIDTH - EDGE} y1={y} y2={y} stroke="var(--line)" strokeWidth="2" />
      {low !== null && high !== null && (
        <rect x={x(low)} y={y - 3.5} width={Math.max(4, x(high) - x(low))} height="7" rx="3.5" fill="currentColor" opacity=".34" />
      )}
      {value !== null && <circle cx={x(value)} cy={y} r="4.5" fill="currentColor" />}
      {target !== null && <line x1={x(target)} x2={x(target)} y1="3" y2={HEIGHT - 3} stroke="var(--ink)" strokeWidth="2" />}
    </svg>
  );
}

/** The way through the years as a small line; the columns say the same in figures. */
export function Tendency({ values }: { values: (number | null)[] }) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const points = values.flatMap((value, at) =>
    value === null ? [] : [[4 + at * (50 / (values.length - 1)), 22 - ((value - least) / (most - least || 1)) * 17] as const],
  );
  return (
    <svg className={figureCss.spark} width="60" height="28" aria-hidden>
      <path d={`M${points.map((point) => point.join(' ')).join('L')}`} fill="none" stroke="currentColor" strokeWidth="1.75" />
      {points.map(([x, y], at) => (
        <circle key={x} cx={x} cy={y} r={at === points.length - 1 ? 3 : 1.8} fill="currentColor" />
      ))}
    </svg>
  );
}
