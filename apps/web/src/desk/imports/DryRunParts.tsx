import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormat } from '../format';
import { useTexts, type TextKey } from '../texts';
import c from './import.module.css';

interface FiguresProps {
  file: { fileName: string; columnNames: readonly string[] };
  figures: readonly (readonly [TextKey, number, fault?: boolean])[];
  note?: string | undefined;
}

/** What a file would do, in figures. */
export function Figures({ file, figures, note }: FiguresProps) {
  const { t } = useTexts();
  const { number } = useFormat();
  return (
    <section className={c.card} aria-label={file.fileName}>
      <header>
        <div>
          <h2>{file.fileName}</h2>
          <p>{t('imports.fileColumns', { names: file.columnNames.join(', ') })}</p>
        </div>
      </header>
      <dl className={c.figures}>
        {figures.map(([key, value, fault]) => (
          <div key={key} data-mood={fault && value > 0 ? 'fault' : undefined}>
            <dt>{t(key)}</dt>
            <dd className="num">
              {fault && value > 0 && <IconAlertTriangle size={20} aria-hidden />}
              {number(value)}
            </dd>
          </div>
        ))}
      </dl>
      {note && <p className={c.hint}>{note}</p>}
    </section>
  );
}

interface Fault {
  line: number;
  column: string | null;
  columnName: string | null;
  code: string;
  text: string;
}

/** The faults of a file, line by line. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  const { t } = useTexts();
  const { number } = useFormat();
  if (faults.length === 0) return null;
  return (
    <section className={c.card} aria-labelledby="faults-title">
      <header>
        <div>
          <h2 id="faults-title">{t('imports.faults')}</h2>
          <p>{t('imports.faultsHint')}</p>
        </div>
      </header>
      <div className={c.scroll} tabIndex={0} role="group" aria-labelledby="faults-title">
        <table className={c.table}>
          <thead>
            <tr>
              <th scope="col">{t('imports.line')}</th>
              <th scope="col">{t('imports.faultColumn')}</th>
              <th scope="col">{t('imports.fault')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr key={`${fault.line} ${fault.column} ${fault.code} ${fault.text}`}>
                <th scope="row" className="num">
                  {fault.line === 0 ? '–' : number(fault.line)}
                </th>
                <td>{fault.columnName ?? '–'}</td>
                <td>{fault.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {faults.length >= 500 && <p className={c.hint}>{t('imports.faultsMore', { shown: number(faults.length) })}</p>}
    </section>
  );
}

function FirstShown({ shown, all }: { shown: number; all: number }) {
  const { t } = useTexts();
  const { number } = useFormat();
  return shown < all ? <p className={c.hint}>{t('imports.firstShown', { shown: number(shown), all: number(all) })}</p> : null;
}

interface ShownPartProps {
  /** Names its title among all parts of the page. */
  id: string;
  title: string;
  hint?: string | undefined;
  shown: number;
  all: number;
  children: ReactNode;
}

/** One kind of what would happen, of which the first lines are shown. */
export function ShownPart({ id, title, hint, shown, all, children }: ShownPartProps) {
  if (shown === 0) return null;
  return (
    <section className={c.card} aria-labelledby={`${id}-title`}>
      <header>
        <div>
          <h2 id={`${id}-title`}>{title}</h2>
          {hint && <p>{hint}</p>}
        </div>
      </header>
      <div className={c.scroll} tabIndex={0} role="group" aria-labelledby={`${id}-title`}>
        {children}
      </div>
      <FirstShown shown={shown} all={all} />
    </section>
  );
}

interface Changed {
  key: string;
  name: string;
  changes: readonly { field: string; label: string; from: string | null; to: string | null }[];
}

/** Records with what was and what would be. */
export function ChangeList({ items }: { items: readonly Changed[] }) {
  const { t } = useTexts();
  const said = (value: string | null): string => value ?? t('imports.wasEmpty');
  return (
    <ul className={c.changes}>
      {items.map(({ key, name, changes }) => (
        <li key={key}>
          <b className="num">{name}</b>
          <div>
            {changes.map(({ field, label, from, to }) => (
              <p key={field}>
                {label}: <s>{said(from)}</s> → {said(to)}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Check, then import: where one is. */
export function ImportSteps({ applying }: { applying: boolean }) {
  const { t } = useTexts();
  return (
    <ol className={c.steps}>
      <li aria-current={applying ? undefined : 'step'}>{t('imports.step.check')}</li>
      <li aria-current={applying ? 'step' : undefined}>{t('imports.step.apply')}</li>
    </ol>
  );
}
