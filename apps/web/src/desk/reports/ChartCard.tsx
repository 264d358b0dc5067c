import { ActionIcon } from '@mantine/core';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { useTexts } from '../texts';
import { Chart, type Draw } from './Chart';
import c from './reports.module.css';
import tableCss from './table.module.css';

interface Props {
  title: string;
  /** What the chart shows, as a sentence: drawn, printed and read aloud. */
  conclusion: string;
  legend?: ReactNode;
  /** The same function as long as its figures are the same. */
  draw: Draw;
  head: string[];
  /** The first of a row names it. */
  rows: ReactNode[][];
}

function DataTable({ title, head, rows }: Pick<Props, 'title' | 'head' | 'rows'>) {
  return (
    <table className={`${tableCss.table} num`}>
      <caption className="vh">{title}</caption>
      <thead>
        <tr>
          {head.map((name, index) => (
            <th key={name} scope="col" className={index > 0 ? tableCss.right : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...rest], at) => (
          <tr key={at}>
            <th scope="row">{first}</th>
            {rest.map((cell, index) => (
              <td key={head[index + 1]} className={tableCss.right}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A chart with its conclusion in words and its figures as a table, one button away. */
export function ChartCard({ title, conclusion, legend, draw, head, rows }: Props) {
  const { t } = useTexts();
  const id = useId();
  const [table, setTable] = useState(false);
  const name = t(table ? 'chart.showChart' : 'chart.showTable', { title });
  return (
    <section className={c.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{title}</h2>
          <p>{conclusion}</p>
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={`${c.quiet} ${c.noPrint}`}
          aria-pressed={table}
          aria-label={name}
          title={name}
          onClick={() => setTable((on) => !on)}
        >
          {table ? <IconChartLine size={17} aria-hidden /> : <IconTable size={17} aria-hidden />}
        </ActionIcon>
      </header>
      {!table && legend}
      {table ? <DataTable title={title} head={head} rows={rows} /> : <Chart draw={draw} label={`${title}. ${conclusion}`} />}
    </section>
  );
}
