import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowBackUp, IconLock, IconPaperclip, IconX } from '@tabler/icons-react';
import { useImperativeHandle, useRef, useState, type ClipboardEvent, type DragEvent, type Ref } from 'react';
import type { Ticket } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { useDraft } from './drafts';
import { MarkdownField } from './MarkdownField';
import { ProblemNote } from './ProblemNote';
import c from './reply.module.css';
import { usePost } from './use-post';

type Mode = 'reply' | 'note';

/** What the keys R and N reach. */
export interface ReplyBoxHandle {
  write: (mode: Mode) => void;
}

function ModeSwitch({ ticket, mode, onMode }: { ticket: Ticket; mode: Mode; onMode: (mode: Mode) => void }) {
  const { t } = useTexts();
  const data = [
    { value: 'reply', disabled: !ticket.abilities.replyPublic, sign: <IconArrowBackUp size={14} aria-hidden />, text: t('desk.reply') },
    { value: 'note', disabled: !ticket.abilities.noteInternal, sign: <IconLock size={13} aria-hidden />, text: t('desk.note') },
  ].map(({ sign, text, ...item }) => ({
    ...item,
    label: (
      <span className={c.segment}>
        {sign}
        {text}
      </span>
    ),
  }));
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('reply.mode')}
      value={mode}
      onChange={(value) => onMode(value === 'note' ? 'note' : 'reply')}
      data={data}
    />
  );
}

function Files({ files, onRemove }: { files: File[]; onRemove: (file: File) => void }) {
  const { t } = useTexts();
  const { fileSize } = useFormat();
  if (files.length === 0) return null;
  return (
    <ul className={c.files}>
      {files.map((file) => (
        <li key={`${file.name}${file.size}${file.lastModified}`}>
          {file.name} · {fileSize(file.size)}
          <button type="button" aria-label={t('reply.removeFile', { name: file.name })} onClick={() => onRemove(file)}>
            <IconX size={13} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
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

function useStagedFiles() {
  const [files, setFiles] = useState<File[]>([]);
  const add = (more: File[]): void => setFiles((old) => [...old, ...more]);
  return {
    files,
    add,
    remove: (file: File): void => setFiles((old) => old.filter((other) => other !== file)),
    clear: (): void => setFiles([]),
    onDrop: (event: DragEvent): void => {
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      add([...event.dataTransfer.files]);
    },
    onPaste: (event: ClipboardEvent): void => {
      if (event.clipboardData.files.length === 0) return;
      event.preventDefault();
      add([...event.clipboardData.files]);
    },
  };
}

/** Reply to the requester, or a note that only colleagues see; the two look different. Drafts survive a reload. */
export function ReplyBox({ ticket, ref }: { ticket: Ticket; ref: Ref<ReplyBoxHandle> }) {
  const { t } = useTexts();
  const { replyPublic, noteInternal, attach } = ticket.abilities;
  const [mode, setMode] = useState<Mode>(replyPublic ? 'reply' : 'note');
  const [text, setText] = useDraft(`${ticket.id}:${mode}`);
  const staged = useStagedFiles();
  const area = useRef<HTMLTextAreaElement>(null);
  const post = usePost(ticket);
  useImperativeHandle(ref, () => ({
    write: (next) => {
      setMode(next);
      area.current?.focus();
    },
  }));
  if (!replyPublic && !noteInternal) return null;
  const ready = text.trim() !== '' || staged.files.length > 0;
  const send = (): void => {
    if (!ready || post.isPending) return;
    post.mutate(
      { body: text.trim(), visibility: mode === 'note' ? 'internal' : 'public', files: staged.files },
      { onSuccess: () => (setText(''), staged.clear()) },
    );
  };
  const name = ticket.requester.name.split(' ')[0] ?? '';
  return (
    <form
      className={c.reply}
      data-note={mode === 'note' || undefined}
      data-filled={ready || undefined}
      aria-label={t(mode === 'note' ? 'reply.noteLabel' : 'reply.label')}
      onSubmit={(event) => (event.preventDefault(), send())}
      onDrop={staged.onDrop}
      onDragOver={(event) => event.preventDefault()}
      onPaste={staged.onPaste}
    >
      <MarkdownField
        areaRef={area}
        value={text}
        onChange={setText}
        label={t(mode === 'note' ? 'reply.noteLabel' : 'reply.label')}
        placeholder={mode === 'note' ? t('reply.notePlaceholder') : t('reply.placeholder', { name })}
        onSend={send}
        before={<ModeSwitch ticket={ticket} mode={mode} onMode={setMode} />}
      />
      <Files files={staged.files} onRemove={staged.remove} />
      {post.error && <ProblemNote error={post.error} ticket={ticket} />}
      <div className={c.replyFoot}>
        {attach && <AttachButton onFiles={staged.add} />}
        <span className={c.sendHint}>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
        <Button size="xs" type="submit" loading={post.isPending} aria-disabled={!ready} data-idle={!ready || undefined}>
          {t(mode === 'note' ? 'reply.saveNote' : 'reply.send')}
        </Button>
      </div>
    </form>
  );
}
