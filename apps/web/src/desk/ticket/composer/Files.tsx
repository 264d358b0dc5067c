import { Button } from '@mantine/core';
import { IconPaperclip, IconPhoto, IconRefresh, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { problemText } from '../../../shared/api/problem';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import c from './composer.module.css';
import f from './files.module.css';
import type { StagedFile } from './staged-files';

function Progress({ file }: { file: StagedFile }) {
  const texts = useTexts();
  const { percent } = useFormat();
  if (file.state === 'failed')
    return (
      <small className={f.fileProblem} role="alert">
        {problemText(texts, file.error)}
      </small>
    );
  if (file.state !== 'uploading') return null;
  return (
    <progress
      max={1}
      value={file.progress}
      aria-label={texts.t('composer.uploading', { name: file.file.name })}
      title={percent(file.progress)}
    />
  );
}

interface Props {
  files: readonly StagedFile[];
  onRemove: (id: string) => void;
  onRetry: (file: StagedFile) => void;
}

/** Files that go with the message: pictures as they look, how far each is through, and what did not arrive. */
export function Files({ files, onRemove, onRetry }: Props) {
  const { t } = useTexts();
  const { fileSize } = useFormat();
  if (files.length === 0) return null;
  return (
    <ul className={f.files} aria-label={t('composer.files')}>
      {files.map((staged) => (
        <li key={staged.id} data-state={staged.state}>
          {staged.preview ? <img src={staged.preview} alt="" /> : <IconPaperclip size={18} aria-hidden />}
          <span>
            <span>{staged.file.name}</span>
            <small className="num">{fileSize(staged.file.size)}</small>
            <Progress file={staged} />
          </span>
          {staged.state === 'failed' && (
            <button type="button" aria-label={t('composer.retryFile', { name: staged.file.name })} onClick={() => onRetry(staged)}>
              <IconRefresh size={15} aria-hidden />
            </button>
          )}
          {staged.state !== 'uploading' && (
            <button type="button" aria-label={t('reply.removeFile', { name: staged.file.name })} onClick={() => onRemove(staged.id)}>
              <IconX size={15} aria-hidden />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

export function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        leftSection={<IconPaperclip size={15} aria-hidden />}
        onClick={() => input.current?.click()}
        className={c.quietButton}
        aria-label={t('reply.attach')}
        title={t('composer.attachHint')}
      >
        {t('reply.attach')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('reply.attach')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

/** Shown while files are dragged over the page. */
export function DropZone() {
  const { t } = useTexts();
  return (
    <div className={c.drop} aria-hidden>
      <IconPhoto size={20} />
      {t('composer.drop')}
    </div>
  );
}
