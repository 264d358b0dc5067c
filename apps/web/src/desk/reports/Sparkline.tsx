import c from './figure.module.css';

const [WIDTH, HEIGHT] = [112, 34];

/** The last twelve months as a small line; months without a share are left out. The chart below says the same in words. */
export function Sparkline({ values }: { values: (number | null)[] }) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const points = values.flatMap((value, index) =>
    value === null
      ? []
      : [[2 + (index * (WIDTH - 6)) / (values.length - 1), HEIGHT - 5 - ((value - least) / (most - least || 1)) * (HEIGHT - 10)] as const],
  );
  const line = points.map((point) => point.join(' ')).join('L');
  const last = points.at(-1) ?? [0, 0];
  return (
    <svg className={c.spark} width={WIDTH} height={HEIGHT} aria-hidden>
      <path d={`M${points[0]?.[0] ?? 0} ${HEIGHT}L${line}L${last[0]} ${HEIGHT}Z`} fill="currentColor" opacity=".09" />
      <path d={`M${line}`} fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinejoin="round" />
      <circle cx={last[0]} cy={last[1]} r="2.6" fill="currentColor" />
    </svg>
  );
}
