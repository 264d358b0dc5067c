import { Fragment } from 'react';
import c from './search.module.css';
import type { MarkedText } from './search-queries';

/** A text with what was looked for marked. */
export function Marked({ text, marks }: MarkedText) {
  const parts = marks.map(({ from, to }, nth) => ({ before: text.slice(marks[nth - 1]?.to ?? 0, from), mark: text.slice(from, to), from }));
  return (
    <>
      {parts.map(({ before, mark, from }) => (
        <Fragment key={from}>
          {before}
          <mark className={c.mark}>{mark}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.to ?? 0)}
    </>
  );
}
