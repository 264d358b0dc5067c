import { IconPaperclip } from '@tabler/icons-react';
import { type SubmitEvent, useRef, useState } from 'react';
import { newKey } from '../../shared/api/http';
import { Button } from '../components/button';
import { TextArea } from '../components/field';
import { FileList, takeFiles, usePastedFiles } from '../components/file-drop';
import { Notice, ProblemNotice } from '../components/notice';
import { attach, reply } from '../data/ticket-calls';
import { useDraft } from '../data/use-draft';
import { useTexts } from '../texts';
import css from './reply-box.module.css';

interface Props {
  ticketId: string;
  hint?: string | undefined;
  canAttach: boolean;
  onSent: () => void;
}

const REPLY_ID = 'reply';

/** Takes the person to the place where he answers. */
export function focusReply(): void {
  document.getElementById(REPLY_ID)?.querySelector('textarea')?.focus();
}

/** The person's answer with its files; what is written survives a reload. */
export function ReplyBox({ ticketId, hint, canAttach, onSent }: Props) {
  const { t } = useTexts();
  const draft = useDraft(`atbalsts-draft-reply-${ticketId}`, { body: '' });
  const [files, setFiles] = useState<File[]>([]);
  const [missing, setMissing] = useState<string[]>([]);
  const [mayReopen, setMayReopen] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newKey);
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const add = (more: File[]): void => setFiles([...files, ...more]);
  usePastedFiles(canAttach ? add : () => undefined);

  const send = async (): Promise<void> => {
    const comment = await reply(ticketId, draft.value.body.trim() || t('reply.onlyFiles'), key);
    const lost: string[] = [];
    for (const file of files) await attach(ticketId, file, comment.id).catch(() => lost.push(file.name));
    setMissing(lost);
    setMayReopen(comment.mayReopen);
    setFiles([]);
    draft.clear();
    setKey(newKey());
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const nothing = !draft.value.body.trim() && files.length === 0;
    setEmpty(nothing);
    setFailure(null);
    if (nothing) return area.current?.focus();
    setBusy(true);
    await send().catch(setFailure);
    setBusy(false);
    onSent();
  };

  return (
    <form id={REPLY_ID} className={css.reply} onSubmit={(event) => void submit(event)} noValidate>
      <TextArea
        areaRef={area}
        label={t('reply.label')}
        placeholder={hint ?? t('reply.placeholder')}
        value={draft.value.body}
        onText={(body) => draft.change({ body })}
        error={empty ? t('reply.missing') : null}
        rows={2}
      />
      <FileList files={files} onFiles={setFiles} />
      {missing.length > 0 && <Notice kind="warning">{t('reply.filesMissing', { names: missing.join(', ') })}</Notice>}
      {mayReopen && <Notice kind="info">{t('reply.mayReopen')}</Notice>}
      <ProblemNotice error={failure} />
      <div className={css.row}>
        {canAttach ? (
          <Button look="quiet" onClick={() => picker.current?.click()}>
            <IconPaperclip size={18} aria-hidden /> {t('reply.attach')}
          </Button>
        ) : (
          <span />
        )}
        <input ref={picker} type="file" multiple hidden aria-label={t('reply.attach')} onChange={(event) => takeFiles(event.target, add)} />
        <Button type="submit" look="primary" busy={busy}>
          {t('reply.send')}
        </Button>
      </div>
    </form>
  );
}
