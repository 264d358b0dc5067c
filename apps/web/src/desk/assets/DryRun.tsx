import { ChangeList, FaultList, Figures, ShownPart } from '../imports/DryRunParts';
import c from '../imports/import.module.css';
import { useTexts } from '../texts';
import type { ItemImport } from './types';

function Additions({ file }: { file: ItemImport }) {
  const { t } = useTexts();
  return (
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
  );
}

/** What a checked file would do: in figures, its faults line by line, what changes, what is new. */
export function DryRun({ file }: { file: ItemImport }) {
  const { t } = useTexts();
  const { added, changed, same, faultLines, changes, additions } = file;
  return (
    <>
      <Figures
        file={file}
        figures={[
          ['imports.willAdd', added],
          ['imports.willChange', changed],
          ['imports.willStay', same],
          ['imports.willFail', faultLines, true],
        ]}
        note={added + changed === 0 ? t('imports.nothing') : undefined}
      />
      <FaultList faults={file.faults} />
      <ShownPart id="changes" title={t('imports.changes')} shown={changes.length} all={changed}>
        <ChangeList items={changes.map(({ line, tag, changes: some }) => ({ key: String(line), name: tag, changes: some }))} />
      </ShownPart>
      <ShownPart id="additions" title={t('assets.additions')} shown={additions.length} all={added}>
        <Additions file={file} />
      </ShownPart>
    </>
  );
}
