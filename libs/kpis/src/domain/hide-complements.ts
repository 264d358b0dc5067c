import { displayOf, type Tally } from './figure.js';

/**
 * Which rows of a breakdown of opinions must not be shown: those under five, and with them the next smallest where the total
 * less the rows shown would give the hidden ones away (DOMAIN 5, QUALITY "Figures for managers"). Answers the places in `rows`.
 */
export function hiddenRows(rows: readonly Tally[]): ReadonlySet<number> {
  const hidden = new Set<number>();
  rows.forEach((row, at) => {
    if (displayOf(row.denominator, 'opinions') === 'hidden') hidden.add(at);
  });
  if (hidden.size === 0) return hidden;
  const shown = rows
    .flatMap((row, at) => (row.denominator > 0 && !hidden.has(at) ? [at] : []))
    .sort((a, b) => rows[a]!.denominator - rows[b]!.denominator || a - b);
  // Subtraction gives the sum of the hidden rows: it has to be of two rows at least, and of five people.
  const sum = (): number => [...hidden].reduce((total, at) => total + rows[at]!.denominator, 0);
  while (shown.length > 0 && (hidden.size < 2 || displayOf(sum(), 'opinions') === 'hidden')) hidden.add(shown.shift()!);
  return hidden;
}
