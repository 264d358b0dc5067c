import type { ClockExplanation } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { changesOf } from './changes';
import { thresholdAt, type Scale } from './clock-scale';
import c from './clocks.module.css';
import { BAR } from './picture-parts';

const BOTTOM = BAR.top + BAR.bar;
const PERCENTS = [50, 75, 90] as const;

interface Props {
  clock: ClockExplanation;
  scale: Scale;
}

/** Triangles where 50, 75 and 90 % are used up; filled when passed. */
export function Thresholds({ clock, scale }: Props) {
  const { timeOfDay } = useFormat();
  let last = -Infinity;
  return PERCENTS.map((percent) => {
    const at = thresholdAt(clock, percent);
    if (at === null) return null;
    const x = scale.at(at);
    const roomy = x - last >= 44;
    last = x;
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
            <text className={c.mark} x={x} y={BOTTOM + 59}>
              {percent} %
            </text>
            <text className={c.underDim} x={x} y={BOTTOM + 73 > BAR.height - 2 ? BAR.height - 2 : BOTTOM + 73}>
              {timeOfDay(at)}
            </text>
          </>
        )}
      </g>
    );
  });
}

/** Where the promise was planned anew, by whom and why. */
export function RetargetMarks({ clock, scale }: Props) {
  const { t } = useTexts();
  const { timeOfDay } = useFormat();
  return changesOf(clock)
    .slice(-2)
    .map((change, index) => {
      const x = scale.at(Date.parse(change.at));
      const left = x > 260;
      const text = { x: left ? x - 8 : x + 8, textAnchor: left ? 'end' : 'start' } as const;
      return (
        <g key={change.at + String(change.targetNo)}>
          <line x1={x} x2={x} y1={BAR.change - 14} y2={BOTTOM + 4} stroke="var(--ink-2)" strokeDasharray="3 3" />
          <text className={c.mark} {...text} y={BAR.change - (index === 0 ? 2 : -14)}>
            {t('clock.changed', { no: String(change.targetNo), time: timeOfDay(change.at) })}
          </text>
          {index === 0 && (
            <text className={c.under} {...text} y={BAR.change + 16}>
              {[change.actor, change.reason].filter(Boolean).join(': ')}
            </text>
          )}
        </g>
      );
    });
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
