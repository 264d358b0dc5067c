import { IconEyeOff } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './questions.module.css';
import type { Item } from './result-queries';

export type ScaledItem = Item & { scale: NonNullable<Item['scale']> };

const LABEL_FROM = 6;
const POINTS = [0, 1, 2, 3, 4] as const;

/** An item with the text that stands beside its bar. */
export type ShortItem = ScaledItem & { short: string };

export function isScaled(item: Item): item is ScaledItem {
  return item.scale !== null;
}

/** Shares of the five points in percent; counts stand in where there are too few for shares. */
function sharesOf({ values, n }: ScaledItem): number[] {
  return values.map(({ share, count }) => share ?? (n ? (100 * count) / n : 0));
}

/** How far a bar reaches to the left of the middle of its neutral part. */
function leftOf([one = 0, two = 0, three = 0]: readonly number[]): number {
  return one + two + three / 2;
}

function Bar({ item, left, whole }: { item: ScaledItem; left: number; whole: number }) {
  const { t } = useTexts();
  const { percent, number } = useFormat();
  const shares = sharesOf(item);
  const counts = item.display === 'counts';
  const said = item.values.map(({ text, count }, at) => `${text}: ${counts ? count : percent(shares[at] ?? 0, 0)}`).join('; ');
  return (
    <span className={c.track} role="img" aria-label={said}>
      <i className={c.space} style={{ width: `${(100 * (left - leftOf(shares))) / whole}%` }} />
      {POINTS.map((at) => {
        const share = shares[at] ?? 0;
        const label = counts ? (item.values[at]?.count ?? 0) : Math.round(share);
        return share === 0 ? null : (
          <i
            key={at}
            data-point={at + 1}
            style={{ width: `${(100 * share) / whole}%` }}
            title={`${item.values[at]?.text ?? ''}: ${counts ? t('figure.counts', { hits: number(label), n: number(item.n ?? 0) }) : percent(share)}`}
          >
            {(100 * share) / whole >= LABEL_FROM ? number(label) : ''}
          </i>
        );
      })}
    </span>
  );
}

function Legend({ item }: { item: ScaledItem }) {
  return (
    <ul className={c.legend}>
      {item.values.map(({ value, text }) => (
        <li key={value}>
          <i data-point={value} aria-hidden />
          {text}
        </li>
      ))}
    </ul>
  );
}

/** One row: the question, its bar on both sides of the line, the top two points, and who could judge. */
function Row({ item, left, whole }: { item: ShortItem; left: number; whole: number }) {
  const { t } = useTexts();
  const { percent, number } = useFormat();
  const { satisfied, n, display, cannotJudge } = item;
  const share = satisfied?.value ?? null;
  return (
    <li className={c.row} data-headline={item.headline || undefined}>
      <span className={c.text} title={item.short === item.text ? undefined : item.text}>
        {item.short}
        {item.below && <small className={c.below}>{t('results.isBelow')}</small>}
      </span>
      {display === 'hidden' || display === 'none' ? (
        <span className={c.hidden}>
          {display === 'hidden' && <IconEyeOff size={15} aria-hidden />}
          {t(display === 'hidden' ? 'results.hiddenItem' : 'figure.none')}
        </span>
      ) : (
        <>
          <Bar item={item} left={left} whole={whole} />
          <b className="num">{share === null ? t('figure.counts', { hits: satisfied?.numerator ?? 0, n: n ?? 0 }) : percent(share, 0)}</b>
          <span className={`${c.n} num`} title={t('results.cannotJudge', { count: cannotJudge ?? 0 })}>
            {number(n ?? 0)}
          </span>
        </>
      )}
    </li>
  );
}

/** Bars that part at the middle of the neutral answer, all on one scale; scales with other words have their own legend. */
export function Diverging({ items }: { items: readonly ShortItem[] }) {
  const { t } = useTexts();
  const all = items.map(sharesOf);
  const left = Math.max(1, ...all.map(leftOf));
  const right = Math.max(1, ...all.map((shares) => shares.reduce((sum, share) => sum + share, 0) - leftOf(shares)));
  const scales = [...new Set(items.map(({ scale }) => scale))];
  return (
    <div className={c.diverging} style={{ '--middle': left / (left + right) } as CSSProperties}>
      {scales.map((scale, index) => {
        const own = items.filter((item) => item.scale === scale);
        const legend = own.find(({ values }) => values.length > 0);
        return (
          <div key={scale} className={c.scale}>
            {legend && <Legend item={legend} />}
            {index === 0 && (
              <p className={c.heads} aria-hidden>
                <span>{t('results.satisfied')}</span>
                <span>n</span>
              </p>
            )}
            <ul className={c.rows}>
              {own.map((item) => (
                <Row key={item.item} item={item} left={left} whole={left + right} />
              ))}
            </ul>
          </div>
        );
      })}
      <p className={c.foot}>{t('results.topTwo')}</p>
    </div>
  );
}
