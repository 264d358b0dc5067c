import { Button } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import tableCss from '../reports/table.module.css';
import { useTexts } from '../texts';
import type { Flow, Move } from './mining-queries';
import c from './mining.module.css';
import { useFlowWords } from './use-flow-words';

/** Shows the cases behind a figure; undefined where there are none to open. */
export type Open = ((mark: string, title: string) => void) | undefined;

const FIRST = 12;

/** A figure that opens its cases. */
export function Opened({ open, mark, title, children }: { open: Open; mark: string; title: string; children: ReactNode }) {
  if (!open) return <>{children}</>;
  return (
    <button type="button" className={c.open} aria-label={title} onClick={() => open(mark, title)}>
      {children}
    </button>
  );
}

function Card({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{title}</h2>
          {text && <p>{text}</p>}
        </div>
      </header>
      {children}
    </section>
  );
}

function Table({
  title,
  head,
  rows,
}: {
  title: string;
  head: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}) {
  const { t } = useTexts();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <>
      <div className={tableCss.tableScroll}>
        <table className={`${tableCss.table} num`}>
          <caption className="vh">{title}</caption>
          <thead>
            <tr>
              {head.map((name, at) => (
                <th key={name} scope="col" className={at > 0 ? tableCss.right : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, cells: [first, ...rest] }) => (
              <tr key={key}>
                <th scope="row">{first}</th>
                {rest.map((cell, at) => (
                  <td key={head[at + 1]} className={`${tableCss.right} ${tableCss.nowrap}`}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!all && rows.length > FIRST && (
        <Button variant="subtle" mt={8} className={reportsCss.noPrint} onClick={() => setAll(true)}>
          {t('mining.showAll', { count: rows.length })}
        </Button>
      )}
    </>
  );
}

/** What came after what: how often and how long, by the calendar and by office hours. */
export function MovesCard({ flow, beside, open }: { flow: Flow; beside?: Flow | null; open: Open }) {
  const { t } = useTexts();
  const words = useFlowWords();
  const { number } = useFormat();
  const before = new Map(beside?.moves.map((move) => [move.mark, move]));
  const times = (of: Move['calendar']): string => (of ? words.length(of.median) : '–');
  const rows = flow.moves.map((move) => {
    const was = before.get(move.mark);
    return {
      key: move.mark,
      cells: [
        `${words.activity(move.from)} → ${words.activity(move.to)}`,
        <Opened key="n" open={open} mark={move.mark} title={words.moveTitle(move)}>
          {number(move.cases)}
        </Opened>,
        times(move.calendar),
        move.calendar?.p90 == null ? '–' : words.length(move.calendar.p90),
        move.working ? words.hours(move.working.median) : '–',
        ...(beside ? [was ? number(was.cases) : '–', times(was?.calendar ?? null)] : []),
      ],
    };
  });
  const head = [t('mining.move'), t('mining.casesHead'), t('mining.median'), t('mining.p90'), t('mining.working')];
  const title = t('mining.moves');
  const hidden = flow.hidden.moves > 0 ? t('mining.hiddenMoves', { count: flow.hidden.moves }) : '';
  return (
    <Card title={title} text={hidden}>
      <Table title={title} head={beside ? [...head, t('mining.besideCases'), t('mining.besideMedian')] : head} rows={rows} />
    </Card>
  );
}

/** States by the time that passes in them. */
export function BottleneckCard({ flow, open }: { flow: Flow; open: Open }) {
  const { t } = useTexts();
  const words = useFlowWords();
  const { number, percent } = useFormat();
  const title = t('mining.bottlenecks');
  const rows = [...flow.activities]
    .filter(({ waiting }) => waiting > 0)
    .sort((a, b) => b.waiting - a.waiting)
    .map((one) => ({
      key: one.activity,
      cells: [
        <span key="name" className={c.waiting}>
          {words.activity(one.activity)}
          <i style={{ width: `${one.waitingShare ?? 0}%` }} />
        </span>,
        one.waitingShare === null ? '–' : percent(one.waitingShare, 0),
        words.length(one.waiting / one.visits),
        words.hours(one.workingWaiting / one.visits),
        <Opened key="n" open={open} mark={one.mark} title={`${words.activity(one.activity)}: ${t('mining.cases', { count: one.cases })}`}>
          {number(one.visits)}
        </Opened>,
      ],
    }));
  const head = [t('mining.state'), t('mining.waitingShare'), t('mining.meanStay'), t('mining.meanWorking'), t('mining.visits')];
  return (
    <Card title={title} text={t('mining.bottlenecksText')}>
      <Table title={title} head={head} rows={rows} />
    </Card>
  );
}

/** The ways that cases took, the commonest first. */
export function VariantsCard({ flow, open }: { flow: Flow; open: Open }) {
  const { t } = useTexts();
  const words = useFlowWords();
  const { number, percent } = useFormat();
  const title = t('mining.variants');
  const { variantCases, variants } = flow.hidden;
  const text = variants > 0 ? t('mining.hiddenVariants', { count: variants, cases: number(variantCases) }) : '';
  const rows = flow.variants.map(({ key, trace, cases }, nth) => {
    const title = t('mining.variantTitle', { nth: nth + 1, cases: number(cases) });
    return {
      key,
      cells: [
        <span key="trace" className={c.trace}>
          {trace.map((activity, at) => (
            <span key={at}>{words.activity(activity)}</span>
          ))}
        </span>,
        <Opened key="n" open={open} mark={key} title={title}>
          {number(cases)}
        </Opened>,
        percent((100 * cases) / flow.cases, 0),
      ],
    };
  });
  return (
    <Card title={title} text={`${t('mining.variantCount', { count: flow.variantCount })} ${text}`}>
      <Table title={title} head={[t('mining.way'), t('mining.casesHead'), t('mining.shareHead')]} rows={rows} />
    </Card>
  );
}
