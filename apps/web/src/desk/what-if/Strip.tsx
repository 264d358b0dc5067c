import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { useAskedWords } from './use-asked-words';
import { useShareWords } from './use-share-words';
import c from './what-if.module.css';
import type { Asked, SharedFigure, SlaRun, WhatIfResult } from './what-if-queries';

function Tile({ title, figure, worse = false }: { title: string; figure: SharedFigure; worse?: boolean }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const share = useShareWords();
  const { main, interval } = share(figure);
  return (
    <div>
      <h2>{title}</h2>
      <p className={`${c.big} num`} data-worse={worse || undefined}>
        {main} {worse && <IconAlertTriangle size={20} role="img" aria-label={t('whatIf.worse')} />}
      </p>
      <p className={`${c.quiet} num`}>
        {t('whatIf.metOf', { met: number(figure.met), n: number(figure.n) })}
        {interval && <> · {t('figure.interval', { interval })}</>}
      </p>
    </div>
  );
}

function Turned({ result }: { result: WhatIfResult }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const { toBreached, toMet, asWas, asWouldBe, undecided, unpromised } = result;
  const points = asWas.percent === null || asWouldBe.percent === null ? null : asWouldBe.percent - asWas.percent;
  const sign = points === null || points === 0 ? '' : points > 0 ? '+' : '\u2212';
  return (
    <div>
      <h2>{t('whatIf.changes', { count: toBreached + toMet })}</h2>
      <p className={`${c.turned} num`}>
        <span data-side="breached">
          <IconAlertTriangle size={17} aria-hidden /> <b>{number(toBreached)}</b> {t('whatIf.toBreached')}
        </span>
        <span data-side="met">
          <IconCheck size={18} aria-hidden /> <b>{number(toMet)}</b> {t('whatIf.toMet')}
        </span>
      </p>
      <p className={`${c.quiet} num`}>
        {[
          points === null ? null : t('whatIf.points', { points: `${sign}${number(Math.abs(points), 1)}` }),
          undecided > 0 ? t('whatIf.undecided', { count: undecided }) : null,
          unpromised > 0 ? t('whatIf.unpromised', { count: unpromised }) : null,
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </div>
  );
}

/** Both shares side by side, what turns, and what was tried. */
export function Strip({ result, asked, run }: { result: WhatIfResult; asked: Asked; run: SlaRun }) {
  const { t } = useTexts();
  const { number, dateTime } = useFormat();
  const { period, parts } = useAskedWords()(asked);
  const { outcomes, deadlines } = result.replayDiffers;
  const { asWas, asWouldBe } = result;
  const worse = asWouldBe.percent !== null && asWas.percent !== null && asWouldBe.percent < asWas.percent;
  return (
    <section className={c.strip} aria-label={t('whatIf.main')}>
      <Tile title={t('whatIf.asWas')} figure={asWas} />
      <Tile title={t('whatIf.asWouldBe')} figure={asWouldBe} worse={worse} />
      <Turned result={result} />
      <div>
        <h2>{t('whatIf.tried')}</h2>
        <ul className={c.tried}>
          {parts.length > 0 ? parts.map((part) => <li key={part}>{part}</li>) : <li>{t('whatIf.asked.nothing')}</li>}
        </ul>
        <p className={`${c.quiet} num`}>
          {period} · {t('whatIf.tickets', { count: result.tickets })} · {dateTime(run.finishedAt ?? run.createdAt)}
        </p>
      </div>
      <p className={`${c.check} num`} data-differs={outcomes > 0 || undefined}>
        {outcomes === 0 && deadlines === 0
          ? t('whatIf.same')
          : t('whatIf.differs', { outcomes: number(outcomes), deadlines: number(deadlines) })}
      </p>
    </section>
  );
}
