import { IconFileText } from '@tabler/icons-react';
import type { Attachment } from '../../shared/api/api-types';
import { fileSize } from '../../shared/format/numbers';
import { useTexts } from '../texts';
import css from './attachment-list.module.css';

/** Files of a message; a picture shows its re-encoded preview, the original is only ever downloaded. */
export function AttachmentList({ files }: { files: Attachment[] }) {
  const { t, locale } = useTexts();
  if (files.length === 0) return null;
  return (
    <ul className={css.files} aria-label={t('files.list')}>
      {files.map((file) => (
        <li key={file.id}>
          <a className={css.file} href={`/api/v1/attachments/${file.id}/content`} download={file.name}>
            {file.hasPreview ? (
              <img src={`/api/v1/attachments/${file.id}/preview`} alt="" loading="lazy" />
            ) : (
              <IconFileText size={20} aria-hidden />
            )}
            <span className={css.text}>
              <span className={css.name}>{file.name}</span>
              <small>
                {fileSize(file.size, locale)}
                {file.scanState === 'not_scanned' && ` · ${t('files.notScanned')}`}
              </small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
