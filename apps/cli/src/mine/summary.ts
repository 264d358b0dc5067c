import type { MinedLog } from '#processes';

/** Lines of a table that a screen shows without scrolling. */
const MOST = 10;

const number = new Intl.NumberFormat('en');

/** A length in the two largest units that it fills: `5 d 3 h`, `12 min 4 s`. */
export function lengthOf(seconds: number): string {
  const whole = Math.round(seconds);
  const units = [
    ['d', Math.floor(whole / 86_400)],
    ['h', Math.floor((whole % 86_400) / 3600)],
    ['min', Math.floor((whole % 3600) / 60)],
    ['s', whole % 60],
  ] as const;
  const first = units.findIndex(([, count]) => count > 0);
  if (first < 0) return '0 s';
  return units
    .slice(first, first + 2)
    .filter(([, count]) => count > 0)
    .map(([unit, count]) => `${count} ${unit}`)
    .join(' ');
}

function table(title: string, all: number, rows: readonly (readonly string[])[]): string[] {
  const shown = rows.slice(0, MOST);
  const width = Math.max(0, ...shown.map(([count]) => count!.length));
  const head = all > shown.length ? `${title} (${shown.length} of ${number.format(all)})` : title;
  return ['', head, ...shown.map(([count, ...rest]) => `  ${count!.padStart(width)}  ${rest.join('  ')}`)];
}

const counts = (record: Readonly<Record<string, number>>): string[][] =>
  Object.entries(record).map(([name, count]) => [number.format(count), name]);

/** What was mined, as lines for a terminal. */
export function summaryOf(mined: MinedLog): string[] {
  const { caseDurationSeconds: lasting, directlyFollows, variants } = mined;
  const times = lasting && `median ${lengthOf(lasting.median)}, mean ${lengthOf(lasting.mean)}, p90 ${lengthOf(lasting.p90)}`;
  return [
    `${number.format(mined.cases)} cases, ${number.format(mined.events)} events, ${number.format(variants.length)} variants`,
    `From first to last event: ${times ?? '-'}`,
    ...table('Activities', Object.keys(mined.activities).length, counts(mined.activities)),
    ...table('Begins with', Object.keys(mined.start).length, counts(mined.start)),
    ...table('Ends with', Object.keys(mined.end).length, counts(mined.end)),
    ...table(
      'What follows what',
      directlyFollows.length,
      directlyFollows.map(({ from, to, count, medianSeconds, p90Seconds }) => [
        number.format(count),
        `${from} -> ${to}`,
        `median ${lengthOf(medianSeconds)}, p90 ${lengthOf(p90Seconds)}`,
      ]),
    ),
    ...table(
      'Variants',
      variants.length,
      variants.map(({ trace, cases }) => [number.format(cases), trace.join(' -> ')]),
    ),
  ];
}
