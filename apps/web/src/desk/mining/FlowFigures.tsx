import { type Format, useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { type DeskTexts, useTexts } from '../texts';
import { Opened, type Open } from './FlowTables';
import type { Flow } from './mining-queries';
import c from './mining.module.css';
import { type FlowWords, useFlowWords } from './use-flow-words';

interface Shown {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly mark: string | null;
}

type Say = DeskTexts['t'];

function conformanceFigure({ conformance }: Flow, t: Say, { number, percent }: Format): Shown[] {
  if (!conformance) return [];
  const { share, deviations, mark } = conformance;
  const interval = share.low === null || share.high === null ? '' : `[${percent(share.low)}; ${percent(share.high)}]`;
  return [
    {
      ...{ key: 'conformance', name: t('mining.conformance'), mark: deviations.length > 0 ? mark : null },
      value: share.value === null ? `${number(share.numerator ?? 0)} / ${number(share.denominator ?? 0)}` : percent(share.value),
      text: [t('mining.n', { n: number(share.n ?? 0) }), interval].filter(Boolean).join(' · '),
    },
  ];
}

function extraFigure(
  key: 'rework' | 'pingPong' | 'reopened',
  flow: Flow,
  t: Say,
  { number, percent, length }: Format & Pick<FlowWords, 'length'>,
): Shown[] {
  const one = flow[key];
  // A log without groups tells nothing of them.
  if (!one || (key === 'pingPong' && one.cases === 0 && !flow.conformance)) return [];
  const hours = !one.extraSeconds || key === 'pingPong' ? '' : t('mining.extra', { time: length(one.extraSeconds) });
  const share = one.share?.value == null ? '' : percent(one.share.value);
  const value = one.cases === null ? t('mining.few') : number(one.cases);
  return [{ key, name: t(`mining.${key}`), value, text: [share, hours].filter(Boolean).join(' · '), mark: one.cases ? one.mark : null }];
}

/** The figures of a flow in one strip, each with what it is of. */
export function useFlowFigures(): (flow: Flow) => Shown[] {
  const { t } = useTexts();
  const { length } = useFlowWords();
  const format = useFormat();
  return (flow) => {
    const { calendar } = flow.lengths;
    const p90 = calendar?.p90 == null ? '' : t('mining.p90Is', { time: length(calendar.p90) });
    return [
      {
        key: 'cases',
        name: t('mining.casesHead'),
        value: format.number(flow.cases),
        text: t('mining.events', { count: flow.events }),
        mark: null,
      },
      ...(calendar ? [{ key: 'length', name: t('mining.length'), value: length(calendar.median), text: p90, mark: null }] : []),
      ...(['rework', 'reopened', 'pingPong'] as const).flatMap((key) => extraFigure(key, flow, t, { ...format, length })),
      ...conformanceFigure(flow, t, format),
    ];
  };
}

export function FlowFigures({ flow, beside, open }: { flow: Flow; beside?: Flow | null; open: Open }) {
  const { t } = useTexts();
  const figures = useFlowFigures();
  const before = new Map(beside ? figures(beside).map((one) => [one.key, one.value]) : []);
  return (
    <section className={`${reportsCss.card} ${c.figures}`} aria-label={t('mining.figures')}>
      {figures(flow).map(({ key, name, value, text, mark }) => (
        <div key={key} className={c.figure}>
          <h2>{name}</h2>
          <p className="num">
            {mark ? (
              <Opened open={open} mark={mark} title={`${name}: ${value}`}>
                {value}
              </Opened>
            ) : (
              value
            )}
          </p>
          <small className="num">{before.has(key) ? t('mining.was', { value: before.get(key) ?? '' }) : text}</small>
        </div>
      ))}
    </section>
  );
}

/** What went otherwise than the lifecycle and the rules say, each opening its cases. */
export function DeviationsCard({ flow, versions, open }: { flow: Flow; versions: readonly number[]; open: Open }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const { conformance } = flow;
  if (!conformance) return null;
  const { deviations, steps, allowedSteps } = conformance;
  return (
    <section className={reportsCss.card}>
      <header>
        <div>
          <h2>{t('mining.deviations')}</h2>
          <p>{t('mining.steps', { allowed: number(allowedSteps), steps: number(steps), versions: versions.join(', ') })}</p>
        </div>
      </header>
      {deviations.length === 0 && <p className={reportsCss.dim}>{t('mining.noDeviations')}</p>}
      <ul className={c.deviations}>
        {deviations.map(({ mark, text, cases }) => (
          <li key={mark}>
            {text}{' '}
            <Opened open={open} mark={mark} title={text}>
              {t('mining.cases', { count: cases })}
            </Opened>
          </li>
        ))}
      </ul>
    </section>
  );
}
