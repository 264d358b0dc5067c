import { useMemo } from 'react';
import type { ClockExplanation } from '../data/types';
import { useFormat } from '../format';
import { useNow } from '../now';
import { useTexts } from '../texts';
import { changesOf } from './changes';
import { scaleOf, stretchesOf, type Look, type Scale } from './clock-scale';
import c from './clocks.module.css';
import pictureCss from './picture.module.css';
import { BAR, DayLines, DayNames, Patterns, StretchBars, StretchLabels, TimeMarks } from './picture-parts';
import { DueMark, NowMark, OLD_DUE_PX, OldDueMark, RetargetMarks, thresholdMarks, Thresholds } from './picture-marks';

const legendOrder: Look[] = ['work', 'round', 'ahead', 'night', 'weekend', 'holiday', 'pause', 'late'];

/** Whether the last change brought the deadline nearer. */
function hadLaterDue(clock: ClockExplanation): boolean {
  const before = changesOf(clock).at(-1)?.before;
  return Boolean(before && clock.dueAt && Date.parse(before) > Date.parse(clock.dueAt));
}

function Legend({ scale }: { scale: Scale }) {
  const { t } = useTexts();
  const used = new Set(scale.stretches.map((stretch) => stretch.look));
  return (
    <ul className={pictureCss.legend}>
      {legendOrder
        .filter((look) => used.has(look))
        .map((look) => (
          <li key={look}>
            <i data-look={look} aria-hidden />
            {t(`clock.look.${look}`)}
          </li>
        ))}
      <li className={c.dim}>{t('clock.shortened')}</li>
    </ul>
  );
}

/** The clock drawn: counted time to scale, uncounted time shortened and patterned, thresholds, changes of the promise, now. */
export function ClockPicture({ clock }: { clock: ClockExplanation }) {
  const { t } = useTexts();
  const { duration, weekdayTime } = useFormat();
  const now = useNow();
  const late = t('clock.look.late');
  const scale = useMemo(() => scaleOf(stretchesOf(clock, now, late)), [clock, now, late]);
  const conclusion = t('clock.conclusion', {
    kind: t(`desk.clock.${clock.kind}`),
    counted: duration(clock.consumedSeconds),
    left: duration(clock.remainingSeconds),
    due: clock.dueAt ? weekdayTime(clock.dueAt) : '–',
  });
  return (
    <section className={c.card}>
      <header className={c.cardHead}>
        <h2>{t('clock.how')}</h2>
        <Legend scale={scale} />
      </header>
      <div className={pictureCss.picture} tabIndex={0} role="region" aria-label={t('clock.how')}>
        <svg
          viewBox={`-24 0 ${scale.width + 48 + (hadLaterDue(clock) ? OLD_DUE_PX : 0)} ${BAR.height}`}
          style={{ minWidth: Math.max(860, scale.width * 0.72) }}
          role="img"
          aria-label={conclusion}
        >
          <Patterns />
          <DayLines scale={scale} />
          <StretchBars scale={scale} />
          <Thresholds clock={clock} scale={scale} />
          <RetargetMarks clock={clock} scale={scale} />
          <OldDueMark clock={clock} scale={scale} />
          <DueMark clock={clock} scale={scale} />
          <NowMark clock={clock} scale={scale} now={now} />
          {/* Words last, so that lines run behind them. */}
          <StretchLabels scale={scale} marks={thresholdMarks({ clock, scale }).map((mark) => mark.x)} />
          <TimeMarks scale={scale} />
          <DayNames clock={clock} scale={scale} />
        </svg>
      </div>
    </section>
  );
}
