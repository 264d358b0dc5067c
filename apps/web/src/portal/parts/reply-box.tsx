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

interface Sending {
  busy: boolean;
  failure: unknown;
  /** Names of files that did not arrive with the last reply. */
  lost: string[];
  /** The last reply came to a resolved ticket, which it leaves resolved. */
  mayReopen: boolean;
  send: (body: string, files: File[]) => Promise<boolean>;
}

/** Sends a reply and then its files; one intention keeps one key until it has succeeded. */
function useSending(ticketId: string): Sending {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [lost, setLost] = useState<string[]>([]);
  const [mayReopen, setMayReopen] = useState(false);
  const [key, setKey] = useState(newKey);
  const deliver = async (body: string, files: File[]): Promise<void> => {
    const comment = await reply(ticketId, body, key);
    const missing: string[] = [];
    for (const file of files) await attach(ticketId, file, comment.id).catch(() => missing.push(file.name));
    setLost(missing);
    setMayReopen(comment.mayReopen);
    setKey(newKey());
  };
  const send = async (body: string, files: File[]): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    const sent = await deliver(body, files).then(
      () => true,
      (error: unknown) => {
        setFailure(error);
        return false;
      },
    );
    setBusy(false);
    return sent;
  };
  return { busy, failure, lost, mayReopen, send };
}

/** The button that opens the browser's choice of files. */
function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTexts();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look="quiet" onClick={() => picker.current?.click()}>
        <IconPaperclip size={18} aria-hidden /> {t('reply.attach')}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('reply.attach')}
        onChange={(event) => takeFiles(event.target, onFiles)}
      />
    </>
  );
}

function Outcome({ sending }: { sending: Sending }) {
  const { t } = useTexts();
  return (
    <>
      {sending.lost.length > 0 && <Notice kind="warning">{t('reply.filesMissing', { names: sending.lost.join(', ') })}</Notice>}
      {sending.mayReopen && <Notice kind="info">{t('reply.mayReopen')}</Notice>}
      <ProblemNotice error={sending.failure} />
    </>
  );
}

/** The person's answer with its files; what is written survives a reload. */
export function ReplyBox({ ticketId, hint, canAttach, onSent }: Props) {
  const { t } = useTexts();
  const draft = useDraft(`atbalsts-draft-reply-${ticketId}`, { body: '' });
  const [files, setFiles] = useState<File[]>([]);
  const [empty, setEmpty] = useState(false);
  const sending = useSending(ticketId);
  const area = useRef<HTMLTextAreaElement>(null);
  const add = (more: File[]): void => setFiles([...files, ...more]);
  usePastedFiles(canAttach ? add : () => undefined);

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const words = draft.value.body.trim();
    setEmpty(!words && files.length === 0);
    if (!words && files.length === 0) return area.current?.focus();
    if (await sending.send(words || t('reply.onlyFiles'), files)) {
      setFiles([]);
      draft.clear();
    }
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
      <Outcome sending={sending} />
      <div className={css.row}>
        {canAttach ? <AttachButton onFiles={add} /> : <span />}
        <Button type="submit" look="primary" busy={sending.busy}>
          {t('reply.send')}
        </Button>
      </div>
    </form>
  );
}
