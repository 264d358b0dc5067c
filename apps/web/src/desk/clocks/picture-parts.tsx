import { inRiga } from '../../shared/format/riga-time';
import type { ClockExplanation } from '../data/types';
import { hoursMinutes, useFormat } from '../format';
import { useTexts } from '../texts';
import type { Look, Scale, Stretch } from './clock-scale';
import c from './picture.module.css';

/** Heights of the picture's lines, in its own pixels. */
export const BAR = { top: 144, height: 268, bar: 40, due: 16, change: 36, flag: 70, day: 116, time: 135 } as const;
const BOTTOM = BAR.top + BAR.bar;
/** A character of the small type is about so wide. */
const CHAR_PX = 6.5;

const fills: Record<Look, string> = {
  work: 'var(--sla-ok)',
  round: 'var(--round)',
  ahead: 'none',
  night: 'url(#night)',
  weekend: 'url(#weekend)',
  holiday: 'url(#holiday)',
  pause: 'url(#pause)',
  late: 'url(#late)',
};

function Lines({ id, angle, ground, line }: { id: string; angle: number; ground: string; line: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={`rotate(${angle})`}>
      <rect width="6" height="6" fill={ground} />
      <line x1="0" x2="0" y1="0" y2="6" stroke={line} strokeWidth="1.7" />
    </pattern>
  );
}

/** Each kind of uncounted time has a pattern of its own, never colour alone. */
export function Patterns() {
  return (
    <defs>
      <Lines id="night" angle={45} ground="var(--sunken)" line="var(--hatch)" />
      <Lines id="weekend" angle={90} ground="var(--sunken)" line="var(--hatch)" />
      <Lines id="pause" angle={-45} ground="var(--st-pending-bg)" line="var(--st-pending)" />
      <Lines id="late" angle={0} ground="var(--sla-breach-bg)" line="var(--sla-breach)" />
      <pattern id="holiday" width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" fill="var(--st-onhold-bg)" />
        <circle cx="3.5" cy="3.5" r="1.3" fill="var(--st-onhold)" />
      </pattern>
    </defs>
  );
}

export function StretchBars({ scale }: { scale: Scale }) {
  return scale.stretches.map((stretch) => (
    <rect
      key={stretch.from}
      x={stretch.x + 1}
      y={BAR.top}
      width={Math.max(2, stretch.width - 2)}
      height={BAR.bar}
      rx="4"
      fill={fills[stretch.look]}
      stroke={stretch.look === 'ahead' ? 'var(--ch-1)' : 'none'}
      strokeWidth="1.5"
      strokeDasharray={stretch.look === 'ahead' ? '4 3' : undefined}
    />
  ));
}

const fits = (text: string, width: number): boolean => text.length * CHAR_PX + 6 <= width;
/** The label without its details: "On hold: awaiting requester" is "awaiting requester" under its bar. */
const brief = (label: string): string => label.slice(label.search(/[:,]/) + 1).trim();
const cut = (text: string, width: number): string => {
  const most = Math.max(3, Math.floor(width / CHAR_PX));
  return text.length <= most ? text : `${text.slice(0, most - 1).trim()}…`;
};

/** The middle of a stretch; where a mark would cross the words, that of its widest part between marks, if they fit there. */
function clearOf(marks: number[], { x, width }: Stretch, words: number): number {
  const middle = x + width / 2;
  if (!marks.some((mark) => Math.abs(mark - middle) < words / 2 + 4)) return middle;
  const edges = [x, ...marks.filter((mark) => mark > x && mark < x + width).sort((a, b) => a - b), x + width];
  const parts = edges.slice(1).map((end, index) => ({ from: edges[index] ?? x, end }));
  const widest = parts.reduce((best, part) => (part.end - part.from > best.end - best.from ? part : best));
  return widest.end - widest.from > words + 8 ? (widest.from + widest.end) / 2 : middle;
}

function CountedLabel({ stretch, marks }: { stretch: Stretch; marks: number[] }) {
  const { t } = useTexts();
  const { duration } = useFormat();
  const long = stretch.look === 'ahead' ? t('clock.ahead', { left: duration(stretch.seconds) }) : duration(stretch.seconds);
  const text = [long, duration(stretch.seconds), hoursMinutes(stretch.seconds)].find((one) => fits(one, stretch.width));
  if (!text) return null;
  return (
    <text className={c.inBar} data-look={stretch.look} x={clearOf(marks, stretch, text.length * CHAR_PX)} y={BAR.top + 25}>
      {text}
    </text>
  );
}

function UncountedLabel({ stretch }: { stretch: Stretch }) {
  const { t } = useTexts();
  const named = stretch.look === 'pause' || stretch.look === 'holiday';
  const { duration } = useFormat();
  const x = stretch.x + stretch.width / 2;
  const size = duration(stretch.seconds);
  return (
    <>
      <text className={c.under} x={x} y={BOTTOM + 17}>
        {cut(named ? brief(stretch.label) : t(`clock.look.${stretch.look}`), stretch.width + 10)}
      </text>
      <text className={c.underDim} x={x} y={BOTTOM + 32}>
        {fits(size, stretch.width + 22) ? size : hoursMinutes(stretch.seconds)}
      </text>
    </>
  );
}

/** Counted stretches carry their length inside, uncounted ones their name and length below. */
export function StretchLabels({ scale, marks }: { scale: Scale; marks: number[] }) {
  return scale.stretches.map((stretch) =>
    stretch.counted ? (
      <CountedLabel key={stretch.from} stretch={stretch} marks={marks} />
    ) : (
      <UncountedLabel key={stretch.from} stretch={stretch} />
    ),
  );
}

/** Where counting begins or ends, each at least so far from the one before that its time can be read. */
function turns(scale: Scale): Stretch[] {
  const turning = scale.stretches.filter((stretch, index) => index === 0 || stretch.counted !== scale.stretches[index - 1]?.counted);
  return turning.reduce<Stretch[]>((kept, stretch) => (stretch.x - (kept.at(-1)?.x ?? -Infinity) < 40 ? kept : [...kept, stretch]), []);
}

/** Times of day where counting begins or ends, as far as there is room for them. */
export function TimeMarks({ scale }: { scale: Scale }) {
  const { timeOfDay } = useFormat();
  return turns(scale).map((stretch) => (
    <text key={stretch.from} className={c.time} x={stretch.x} y={BAR.time}>
      {timeOfDay(stretch.from)}
    </text>
  ));
}

function midnights(scale: Scale): number[] {
  const first = scale.stretches[0]?.from ?? 0;
  const end = scale.stretches.at(-1)?.to ?? 0;
  const out: number[] = [];
  let at = first;
  while (at < end && out.length < 120) {
    const { hour, minute } = inRiga(at);
    // Steps of a day may land an hour off where the clocks change; the next line puts that right.
    at += ((23 - hour) * 60 + (60 - minute)) * 60_000 - (at % 60_000);
    if (at < end) out.push(at);
  }
  return out;
}

/** A line at each midnight, behind everything. */
export function DayLines({ scale }: { scale: Scale }) {
  return midnights(scale).map((at) => {
    const x = scale.at(at);
    return <line key={at} x1={x} x2={x} y1={BAR.day - 12} y2={BOTTOM + 8} stroke="var(--line)" />;
  });
}

/** The name of each day where there is room. */
export function DayNames({ clock, scale }: { clock: ClockExplanation; scale: Scale }) {
  const { t, locale } = useTexts();
  const { dayMonth } = useFormat();
  const starts = [scale.stretches[0]?.from ?? 0, ...midnights(scale)];
  const notes = new Map(clock.days.map((day) => [day.date, day.note]));
  return starts.map((at, index) => {
    const x = scale.at(at);
    const room = (index + 1 < starts.length ? scale.at(starts[index + 1] ?? at) : scale.width) - x;
    const { weekday, date } = inRiga(at);
    const short = `${t(`weekday.short.${weekday}`)} ${dayMonth(at)}`;
    const name = t(`weekday.name.${weekday}`);
    const long = `${name.charAt(0).toLocaleUpperCase(locale)}${name.slice(1)}, ${dayMonth(at)}`;
    const note = notes.get(date);
    const text = [note ? `${long} · ${note}` : long, long, short, name.slice(0, 2)].find((one) => fits(one, room - 6));
    if (!text) return null;
    return (
      <text key={at} className={c.day} x={x + (index > 0 ? 7 : 0)} y={BAR.day}>
        {text}
      </text>
    );
  });
}
