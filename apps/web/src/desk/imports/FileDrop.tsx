import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './import.module.css';

interface FileDropProps {
  /** The name of the file that is under way. */
  busyWith: string | undefined;
  error: Error | null;
  hint: string;
  onFile: (file: File) => void;
}

/** Takes one CSV file, dropped or chosen. */
export function FileDrop({ busyWith, error, hint, onFile }: FileDropProps) {
  const { t } = useTexts();
  const [over, setOver] = useState(false);
  const take = (file: File | null | undefined): void => {
    if (file && busyWith === undefined) onFile(file);
  };
  return (
    <>
      <div
        className={c.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <IconFileImport size={32} stroke={1.4} aria-hidden />
        <p role="status">{busyWith === undefined ? t('imports.drop') : t('imports.checking', { name: busyWith })}</p>
        <FileButton accept=".csv,text/csv,text/plain" onChange={take}>
          {(props) => (
            <Button {...props} loading={busyWith !== undefined}>
              {t('imports.choose')}
            </Button>
          )}
        </FileButton>
      </div>
      {error && <ProblemNote error={error} />}
      <p className={c.hint}>{hint}</p>
    </>
  );
}
