import { useId, useState } from 'react';
import type { Satisfaction } from '../../data/types';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import { shortMonth } from '../months';
import reportsCss from '../reports.module.css';
import { Comments } from './Comments';
import c from './satisfaction.module.css';
import type { Side } from './satisfaction-queries';

interface Opened {
  side: Side;
  stem: string;
  word: string;
}

interface SideProps {
  side: Side;
  satisfaction: Satisfaction;
  onOpen: (theme: Opened) => void;
}

function SideList({ side, satisfaction, onOpen }: SideProps) {
  const { t } = useTexts();
  const { number } = useFormat();
  const id = useId();
  const { people, themes } = satisfaction[side];
  const most = themes[0]?.people ?? 1;
  return (
    <div className={c.side} data-side={side}>
      <h3 id={id}>{t(`satisfaction.side.${side}`)}</h3>
      <p className={`${c.none} num`}>{people === null ? t('satisfaction.themesFew') : t('satisfaction.themesOf', { count: people })}</p>
      {people !== null && themes.length === 0 && <p className={c.none}>{t('satisfaction.themesNone')}</p>}
      <ol aria-labelledby={id}>
        {themes.map(({ stem, word, people: count }) => (
          <li key={stem}>
            {satisfaction.rows ? (
              <button type="button" onClick={() => onOpen({ side, stem, word })} aria-label={t('satisfaction.openTheme', { word, count })}>
                {word}
              </button>
            ) : (
              <span>{word}</span>
            )}
            <svg className={c.weight} width="100%" height="10" aria-hidden>
              <rect width={`${(100 * count) / most}%`} height="10" rx="2" />
            </svg>
            <b className="num">{number(count)}</b>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** What people write about, by counting people for each word's stem: beside bad ratings and beside the others. */
export function Themes({ satisfaction }: { satisfaction: Satisfaction }) {
  const texts = useTexts();
  const { t } = texts;
  const id = useId();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { themeMonths } = satisfaction;
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('satisfaction.themes')}</h2>
          <p>
            {t('satisfaction.themesWhy', {
              from: shortMonth(themeMonths[0] ?? '', texts),
              to: shortMonth(themeMonths.at(-1) ?? '', texts),
            })}
          </p>
        </div>
      </header>
      <div className={c.sides}>
        <SideList side="bad" satisfaction={satisfaction} onOpen={setOpened} />
        <SideList side="better" satisfaction={satisfaction} onOpen={setOpened} />
      </div>
      {opened && <Comments {...opened} month={satisfaction.month} onClose={() => setOpened(null)} />}
    </section>
  );
}
