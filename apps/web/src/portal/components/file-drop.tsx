import { IconPaperclip, IconUpload, IconX } from '@tabler/icons-react';
import { type DragEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { fileSize } from '../../shared/format/numbers';
import { useTexts } from '../texts';
import css from './file-drop.module.css';

interface Props {
  files: File[];
  onFiles: (files: File[]) => void;
}

/** Adds the files of a paste anywhere on the page: a screenshot is one Ctrl+V away. */
export function usePastedFiles(add: (files: File[]) => void): void {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => paste(event);
    addEventListener('paste', listen);
    return () => removeEventListener('paste', listen);
  }, []);
}

/** The files chosen so far, each with a way to take it back. */
export function FileList({ files, onFiles }: Props) {
  const { t, locale } = useTexts();
  if (files.length === 0) return null;
  return (
    <ul className={css.files} aria-label={t('files.chosen')}>
      {files.map((file, index) => (
        <li className={css.file} key={`${file.name}-${index}`}>
          <IconPaperclip size={18} aria-hidden />
          <span className={css.name}>{file.name}</span>
          <span className={css.size}>{fileSize(file.size, locale)}</span>
          <button
            type="button"
            className={css.remove}
            aria-label={t('files.remove', { name: file.name })}
            onClick={() => onFiles(files.filter((_, place) => place !== index))}
          >
            <IconX size={18} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Files by dragging, pasting or choosing. */
export function FileDrop({ files, onFiles }: Props) {
  const { t } = useTexts();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const add = (more: Iterable<File>): void => onFiles([...files, ...more]);
  usePastedFiles(add);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  const hover = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <>
      <div className={`${css.drop} ${over ? css.over : ''}`} onDragOver={hover} onDragLeave={() => setOver(false)} onDrop={drop}>
        <IconUpload size={22} aria-hidden />
        <span id={id}>
          {t('files.drop')}{' '}
          <button type="button" className={css.pick} onClick={() => input.current?.click()}>
            {t('files.pick')}
          </button>
        </span>
        <input ref={input} type="file" multiple hidden aria-labelledby={id} onChange={(event) => takeFiles(event.target, add)} />
      </div>
      <FileList files={files} onFiles={onFiles} />
    </>
  );
}

/** Hands on what a file input holds and empties it, so that the same file can be chosen again. */
export function takeFiles(input: HTMLInputElement, add: (files: File[]) => void): void {
  add([...(input.files ?? [])]);
  input.value = '';
}
