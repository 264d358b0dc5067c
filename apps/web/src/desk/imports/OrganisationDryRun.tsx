import { useTexts } from '../texts';
import { ChangeList, FaultList, Figures, ShownPart } from './DryRunParts';
import c from './import.module.css';
import type { OrganisationImport } from './import-queries';

type Line = OrganisationImport['shown']['added'][number];

function Records({ lines, withInstitution }: { lines: readonly Line[]; withInstitution: boolean }) {
  const { t } = useTexts();
  return (
    <table className={c.table}>
      <thead>
        <tr>
          <th scope="col">{t('imports.name')}</th>
          <th scope="col">{t('imports.externalId')}</th>
          {withInstitution && <th scope="col">{t('imports.institution')}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, name, externalId, institution }) => (
          <tr key={line}>
            <th scope="row">{name}</th>
            <td className="num">{externalId ?? '–'}</td>
            {withInstitution && <td>{institution?.name ?? '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const changed = (lines: readonly Line[]) => lines.map(({ line, name, changes }) => ({ key: `${line} ${name}`, name, changes }));

/** What a checked file would do: in figures, its faults line by line, what ends, what changes, what is new. */
export function OrganisationDryRun({ file }: { file: OrganisationImport }) {
  const { t } = useTexts();
  const { shown, missing } = file;
  const nothing = file.added + file.changed + file.ended === 0;
  const note = file.encoding === 'windows-1257' ? t('imports.legacyEncoding') : nothing ? t('imports.nothing') : undefined;
  return (
    <>
      <Figures
        file={file}
        figures={[
          ['imports.willBeNew', file.added],
          ['imports.willChange', file.changed],
          ['imports.willEnd', file.ended],
          ['imports.willStay', file.same],
          ...(missing === null ? [] : ([['imports.willMiss', missing]] as const)),
          ['imports.willFail', file.faultLines, true],
        ]}
        note={note}
      />
      <FaultList faults={file.faults} />
      <ShownPart id="endings" title={t('imports.endings')} shown={shown.ended.length} all={file.ended}>
        <ChangeList items={changed(shown.ended)} />
      </ShownPart>
      <ShownPart id="changes" title={t('imports.changes')} shown={shown.changed.length} all={file.changed}>
        <ChangeList items={changed(shown.changed)} />
      </ShownPart>
      <ShownPart id="additions" title={t('imports.additions')} shown={shown.added.length} all={file.added}>
        <Records lines={shown.added} withInstitution={file.kind !== 'institutions'} />
      </ShownPart>
    </>
  );
}
