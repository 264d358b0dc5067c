import type { Figure } from '../../data/types';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import { sharesOf, spreadOf } from '../ratings';
import c from './satisfaction.module.css';

const answers = ['good', 'satisfactory', 'bad'] as const;
/** A part so small has no room for its figure. */
const LABEL_FROM = 12;

/** How the ratings of one row are spread: three parts with their shares; few ratings as counts. */
export function SpreadBar({ figure }: { figure: Figure }) {
  const { t } = useTexts();
  const { percent } = useFormat();
  const spread = spreadOf(figure);
  if (!spread) return <span className={c.none}>{t(figure.display === 'hidden' ? 'figure.hidden' : 'figure.none')}</span>;
  const shares = sharesOf(spread);
  const words = answers.map((answer) => `${t(`rating.${answer}`)} ${spread[answer]}`).join(', ');
  return (
    <div className={c.spread} role="img" aria-label={words} title={words}>
      {answers
        .filter((answer) => spread[answer] > 0)
        .map((answer) => (
          <svg key={answer} data-answer={answer} className={c.part} width={`${shares[answer]}%`} height="20" aria-hidden>
            <rect width="100%" height="100%" rx="2" />
            {shares[answer] >= LABEL_FROM && (
              <text x="50%" y="14" textAnchor="middle">
                {spread.all < 10 ? spread[answer] : percent(shares[answer], 0)}
              </text>
            )}
          </svg>
        ))}
    </div>
  );
}
