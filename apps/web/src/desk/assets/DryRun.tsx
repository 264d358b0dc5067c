import { IconAlertTriangle } from '@tabler/icons-react';
import { useFormat } from '../format';
import { useTexts, type TextKey } from '../texts';
import c from './import.module.css';
import type { ItemImport } from './types';

function Figures({ file }: { file: ItemImport }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const figures: [TextKey, number, string?][] = [
    ['assets.willAdd', file.added],
    ['assets.willChange', file.changed],
    ['assets.willStay', file.same],
    ['assets.willFail', file.faultLines, file.faultLines > 0 ? 'fault' : undefined],
  ];
  return (
    <section className={c.card} aria-label={file.fileName}>
      <header>
        <div>
          <h2>{file.fileName}</h2>
          <p>{t('assets.fileColumns', { names: file.columnNames.join(', ') })}</p>
        </div>
      </header>
      <dl className={c.figures}>
        {figures.map(([key, value, mood]) => (
          <div key={key} data-mood={mood}>
            <dt>{t(key)}</dt>
            <dd className="num">
              {mood && <IconAlertTriangle size={20} aria-hidden />}
              {number(value)}
            </dd>
          </div>
        ))}
      </dl>
      {file.added + file.changed === 0 && <p className={c.hint}>{t('assets.nothing')}</p>}
    </section>
  );
}

function Faults({ file }: { file: ItemImport }) {
  const { t } = useTexts();
  const { number } = useFormat();
  return (
    <section className={c.card} aria-labelledby="faults-title">
      <header>
        <div>
          <h2 id="faults-title">{t('assets.faults')}</h2>
          <p>{t('assets.faultsHint')}</p>
        </div>
      </header>
      <div className={c.scroll} tabIndex={0} role="group" aria-labelledby="faults-title">
        <table className={c.table}>
          <thead>
            <tr>
              <th scope="col">{t('assets.line')}</th>
              <th scope="col">{t('assets.faultColumn')}</th>
              <th scope="col">{t('assets.fault')}</th>
            </tr>
          </thead>
          <tbody>
            {file.faults.map((fault) => (
              <tr key={`${fault.line} ${fault.column} ${fault.code}`}>
                <th scope="row" className="num">
                  {number(fault.line)}
                </th>
                <td>{fault.columnName ?? '–'}</td>
                <td>{fault.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {file.faults.length >= 500 && <p className={c.hint}>{t('assets.faultsMore', { shown: number(file.faults.length) })}</p>}
    </section>
  );
}

function FirstShown({ shown, all }: { shown: number; all: number }) {
  const { t } = useTexts();
  const { number } = useFormat();
  return shown < all ? <p className={c.hint}>{t('assets.firstShown', { shown: number(shown), all: number(all) })}</p> : null;
}

function Changes({ file }: { file: ItemImport }) {
  const { t } = useTexts();
  const said = (value: string | null): string => value ?? t('assets.wasEmpty');
  return (
    <section className={c.card} aria-labelledby="changes-title">
      <header>
        <h2 id="changes-title">{t('assets.changes')}</h2>
      </header>
      <div className={c.scroll} tabIndex={0} role="group" aria-labelledby="changes-title">
        <ul className={c.changes}>
          {file.changes.map(({ line, tag, changes }) => (
            <li key={line}>
              <b className="num">{tag}</b>
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
      </div>
      <FirstShown shown={file.changes.length} all={file.changed} />
    </section>
  );
}

function Additions({ file }: { file: ItemImport }) {
  const { t } = useTexts();
  return (
    <section className={c.card} aria-labelledby="additions-title">
      <header>
        <h2 id="additions-title">{t('assets.additions')}</h2>
      </header>
      <div className={c.scroll} tabIndex={0} role="group" aria-labelledby="additions-title">
        <table className={c.table}>
          <thead>
            <tr>
              <th scope="col">{t('assets.tag')}</th>
              <th scope="col">{t('assets.name')}</th>
              <th scope="col">{t('assets.class')}</th>
              <th scope="col">{t('assets.institution')}</th>
            </tr>
          </thead>
          <tbody>
            {file.additions.map(({ line, tag, name, className, institution }) => (
              <tr key={line}>
                <th scope="row" className="num">
                  {tag}
                </th>
                <td>{name}</td>
                <td>{className}</td>
                <td>{institution.name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <FirstShown shown={file.additions.length} all={file.added} />
    </section>
  );
}

/** What a checked file would do: in figures, its faults line by line, what changes, what is new. */
export function DryRun({ file }: { file: ItemImport }) {
  return (
    <>
      <Figures file={file} />
      {file.faults.length > 0 && <Faults file={file} />}
      {file.changes.length > 0 && <Changes file={file} />}
      {file.additions.length > 0 && <Additions file={file} />}
    </>
  );
}
