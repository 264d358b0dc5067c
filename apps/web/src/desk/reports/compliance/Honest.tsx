import { useId } from 'react';
import type { Honesty } from '../../data/types';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import type { AnyBy } from '../report-search';
import reportsCss from '../reports.module.css';
import c from './compliance.module.css';
import { Guard } from './Guard';
import { TimeParts } from './TimeParts';
import { Times } from './Times';

interface Props {
  honesty: Honesty;
  withoutClock: number;
  by: AnyBy;
}

/** The month's time in two or three sentences. */
function useConclusion({ overall, pauses, chain }: Honesty): string {
  const { t } = useTexts();
  const { brief, percent } = useFormat();
  const said: string[] = [];
  const { worked, waited } = overall;
  if (worked.median === null || waited.median === null) said.push(t('honest.tooFew'));
  else said.push(t('honest.conclusion', { waited: brief(waited.median), worked: brief(worked.median) }));
  const [reason] = pauses.byReason;
  if (pauses.share !== null && pauses.share > 0) {
    const share = percent(pauses.share);
    said.push(reason ? t('honest.conclusionPauses', { share, reason: reason.name }) : t('honest.conclusionPausesOnly', { share }));
  }
  const [worst] = chain.filter((link) => link.breachedShare !== null).sort((a, b) => (b.breachedShare ?? 0) - (a.breachedShare ?? 0));
  if (worst && chain.length > 1) said.push(t('honest.conclusionChain', { share: percent(worst.breachedShare ?? 0, 0), group: worst.name }));
  return said.join(' ');
}

/** Beside the figure: what users really waited, what holds took, who had the time, and what could flatter. */
export function Honest({ honesty, withoutClock, by }: Props) {
  const { t } = useTexts();
  const { brief, percent } = useFormat();
  const id = useId();
  const { month, pauses, chain } = honesty;
  const rows = { code: 'KPI-09' as const, period: month, from: 'compliance' as const };
  return (
    <section className={c.honest} aria-labelledby={id}>
      <h2 id={id}>{t('honest.title')}</h2>
      <p className={`${c.said} num`}>{useConclusion(honesty)}</p>
      <Times honesty={honesty} by={by} />
      <div className={reportsCss.halves}>
        <TimeParts
          title={t('honest.pauses')}
          text={pauses.clocks > 0 ? t('honest.pausesWhy', { count: pauses.clocks, time: brief(pauses.seconds) }) : t('honest.pausesNone')}
          groups={[
            { title: t('honest.byReason'), parts: pauses.byReason },
            { title: t('honest.byGroup'), parts: pauses.byGroup },
          ]}
          rowsOf={({ key, name }) => ({ ...rows, list: 'paused', part: key, name })}
        />
        <TimeParts
          title={t('honest.chain')}
          text={t('honest.chainWhy')}
          groups={[{ parts: chain }]}
          rowsOf={({ key, name }) => ({ ...rows, list: 'stayed', part: key, name })}
          noteOf={(key) => {
            const share = chain.find((link) => link.key === key)?.breachedShare ?? null;
            return share === null ? null : t('honest.chainBreached', { share: percent(share) });
          }}
        />
      </div>
      <Guard honesty={honesty} withoutClock={withoutClock} />
    </section>
  );
}
