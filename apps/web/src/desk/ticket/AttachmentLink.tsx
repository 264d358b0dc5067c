import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import type { Attachment } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './conversation.module.css';

/** A file: pictures show a preview that the server re-encoded; the original only downloads. */
export function AttachmentLink({ attachment }: { attachment: Attachment }) {
  const { t } = useTexts();
  const { fileSize } = useFormat();
  const [broken, setBroken] = useState(false);
  const { id, name, size, hasPreview, scanState } = attachment;
  return (
    <a className={c.file} href={`/api/v1/attachments/${id}/content`} download={name}>
      {hasPreview && !broken && <img src={`/api/v1/attachments/${id}/preview`} alt="" loading="lazy" onError={() => setBroken(true)} />}
      <span>
        <IconPaperclip size={14} aria-hidden />
        {name} · {fileSize(size)}
        {scanState === 'infected' && <em>{t('talk.infected')}</em>}
        {scanState === 'not_scanned' && <small>· {t('talk.notScanned')}</small>}
      </span>
    </a>
  );
}
