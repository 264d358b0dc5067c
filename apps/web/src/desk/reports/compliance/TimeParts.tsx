import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { Honesty } from '../../data/types';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import type { RowsSearch } from '../report-search';
import reportsCss from '../reports.module.css';
import c from './compliance.module.css';

type Part = Honesty['pauses']['byReason'][number];

interface Props {
  title: string;
  text: string;
  groups: { title?: string; parts: Part[] }[];
  rowsOf: (part: Part) => RowsSearch;
  noteOf?: (key: string) => string | null;
}

/** Time cut into parts: name, bar by length, share, and the way to the tickets. */
export function TimeParts({ title, text, groups, rowsOf, noteOf }: Props) {
  const { t } = useTexts();
  const { brief, percent } = useFormat();
  const id = useId();
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h3 id={id}>{title}</h3>
          <p className="num">{text}</p>
        </div>
      </header>
      {groups
        .filter(({ parts }) => parts.length > 0)
        .map((group) => {
          const longest = Math.max(1, ...group.parts.map((part) => part.seconds));
          return (
            <div key={group.title ?? ''}>
              {group.title && <h4 className={c.partTitle}>{group.title}</h4>}
              <ul className={`${c.timeParts} num`}>
                {group.parts.map((part) => (
                  <li key={part.key} data-noted={noteOf ? true : undefined}>
                    <span>{part.name}</span>
                    <Link
                      to="/reports/rows"
                      search={rowsOf(part)}
                      aria-label={t('figure.open', { figure: brief(part.seconds), label: part.name })}
                    >
                      {brief(part.seconds)}
                    </Link>
                    <small>
                      {[part.share === null ? t('honest.few') : percent(part.share), noteOf?.(part.key)].filter(Boolean).join(' · ')}
                    </small>
                    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
                      <rect width="100" height="6" rx="1" className={c.track} />
                      <rect width={Math.max(0.6, (100 * part.seconds) / longest)} height="6" rx="1" className={c.bar} />
                    </svg>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
    </section>
  );
}
