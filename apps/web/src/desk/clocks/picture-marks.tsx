import type { ClockExplanation } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { changesOf } from './changes';
import { thresholdAt, type Scale } from './clock-scale';
import c from './picture.module.css';
import { BAR } from './picture-parts';
import { useReasonWords } from './reason-words';

const BOTTOM = BAR.top + BAR.bar;
const PERCENTS = [50, 75, 90] as const;
/** Room right of the picture for an earlier, later deadline. */
export const OLD_DUE_PX = 84;

interface Props {
  clock: ClockExplanation;
  scale: Scale;
}

/** Where the thresholds stand in the picture. */
export function thresholdMarks({ clock, scale }: Props): { percent: number; at: number; x: number }[] {
  return PERCENTS.flatMap((percent) => {
    const at = thresholdAt(clock, percent);
    return at === null ? [] : [{ percent, at, x: scale.at(at) }];
  });
}

/** Triangles where 50, 75 and 90 % are used up; filled when passed. */
export function Thresholds({ clock, scale }: Props) {
  const { timeOfDay } = useFormat();
  const marks = thresholdMarks({ clock, scale });
  return marks.map(({ percent, at, x }, index) => {
    const roomy = x - (marks[index - 1]?.x ?? -Infinity) >= 44;
    const passed = clock.percent >= percent;
    return (
      <g key={percent}>
        <line x1={x} x2={x} y1={BAR.top - 3} y2={BOTTOM + 40} stroke="var(--ink)" strokeWidth="1.3" />
        <path
          d={`M${x - 5} ${BOTTOM + 46}l5 -7 5 7z`}
          fill={passed ? 'var(--ink)' : 'var(--surface)'}
          stroke="var(--ink)"
          strokeWidth="1.4"
        />
        {roomy && (
          <>
            <text className={c.mark} x={x} y={BOTTOM + 60}>
              {percent} %
            </text>
            <text className={c.underDim} x={x} y={BOTTOM + 75}>
              {timeOfDay(at)}
            </text>
          </>
        )}
      </g>
    );
  });
}

/** Where the promise was planned anew, by whom and why; of many the last two. */
export function RetargetMarks({ clock, scale }: Props) {
  const { t } = useTexts();
  const { timeOfDay } = useFormat();
  const words = useReasonWords();
  const shown = changesOf(clock).slice(-2);
  return shown.map((change, index) => {
    const x = scale.at(Date.parse(change.at));
    const left = x > 260;
    const place = { x: left ? x - 8 : x + 8, textAnchor: left ? 'end' : 'start' } as const;
    const last = index === shown.length - 1;
    const why = [change.actor, change.reason && words(change.reason)].filter(Boolean).join(': ');
    return (
      <g key={change.targetNo}>
        <line x1={x} x2={x} y1={BAR.change - 14} y2={BOTTOM + 4} stroke="var(--ink-2)" strokeDasharray="3 3" />
        <text className={c.change} {...place} y={last ? BAR.change - 2 : BAR.change + 31}>
          {t('clock.changed', { no: String(change.targetNo), time: timeOfDay(change.at) })}
        </text>
        {last && (
          <text className={c.changeWhy} {...place} y={BAR.change + 15}>
            {why}
          </text>
        )}
      </g>
    );
  });
}

/** Where the deadline stood before the last change, if that lies beyond the picture's end: an arrow says that it came nearer. */
export function OldDueMark({ clock, scale }: Props) {
  const { t } = useTexts();
  const { weekdayTime } = useFormat();
  const before = changesOf(clock).at(-1)?.before;
  if (!before || !clock.dueAt || Date.parse(before) <= Date.parse(clock.dueAt)) return null;
  const due = scale.at(Date.parse(clock.dueAt));
  const [x, y] = [scale.width + OLD_DUE_PX, BAR.top + BAR.bar / 2];
  return (
    <g>
      <line x1={x} x2={x} y1={BAR.top - 4} y2={BOTTOM + 6} stroke="var(--line-strong)" strokeWidth="2" strokeDasharray="4 3" />
      <path d={`M${x - 4} ${y}H${due + 14}`} stroke="var(--line-strong)" strokeWidth="1.5" fill="none" />
      <path d={`M${due + 7} ${y}l8 -4.5v9z`} fill="var(--line-strong)" />
      <text className={c.dueBefore} x={x + 8} y={BOTTOM + 22}>
        {t('clock.oldDue')}
      </text>
      <text className={c.dueBefore} x={x + 8} y={BOTTOM + 37}>
        {weekdayTime(before)}
      </text>
    </g>
  );
}

/** The deadline, and where an earlier promise would have had it. */
export function DueMark({ clock, scale }: Props) {
  const { t } = useTexts();
  const { timeOfDay } = useFormat();
  if (!clock.dueAt) return null;
  const due = Date.parse(clock.dueAt);
  const end = scale.stretches.at(-1)?.to ?? due;
  if (due > end + 1000) return <StopMark clock={clock} scale={scale} />;
  const x = scale.at(due);
  const edge = x > scale.width - 70;
  return (
    <g>
      <line x1={x} x2={x} y1={BAR.due + 8} y2={BOTTOM + 8} stroke="var(--ink)" strokeWidth="2.5" />
      <text className={c.due} x={edge ? scale.width + 20 : x} textAnchor={edge ? 'end' : 'middle'} y={BAR.due}>
        {t('clock.dueAt', { time: timeOfDay(due) })}
      </text>
    </g>
  );
}

/** Where the clock was stopped, before its deadline. */
function StopMark({ clock, scale }: Props) {
  const { t } = useTexts();
  const { timeOfDay } = useFormat();
  if (!clock.stoppedAt) return null;
  const x = scale.at(Date.parse(clock.stoppedAt));
  return (
    <g>
      <line x1={x} x2={x} y1={BAR.due + 8} y2={BOTTOM + 8} stroke="var(--sla-ok)" strokeWidth="2.5" />
      <text className={c.due} x={Math.min(x, scale.width + 20)} textAnchor="end" y={BAR.due}>
        {t('clock.stoppedAt', { time: timeOfDay(clock.stoppedAt) })}
      </text>
    </g>
  );
}

/** Here and now, in amber. */
export function NowMark({ clock, scale, now }: Props & { now: number }) {
  const { t } = useTexts();
  const { timeOfDay } = useFormat();
  const end = scale.stretches.at(-1)?.to ?? 0;
  if ((clock.state !== 'running' && clock.state !== 'paused') || now > end) return null;
  const x = scale.at(now);
  const text = t('clock.now', { time: timeOfDay(now), percent: String(Math.round(clock.percent)) });
  const width = text.length * 7 + 14;
  const left = Math.min(Math.max(x - width / 2, -22), scale.width + 22 - width);
  return (
    <g>
      <line x1={x} x2={x} y1={BAR.flag + 20} y2={BOTTOM + 6} stroke="var(--accent)" strokeWidth="2.5" />
      <rect x={left} y={BAR.flag + 4} width={width} height="22" rx="6" fill="var(--accent)" />
      <text className={c.nowText} x={left + width / 2} y={BAR.flag + 19}>
        {text}
      </text>
    </g>
  );
}
