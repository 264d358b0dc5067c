import { useEffect, useRef, useState, type ClipboardEvent } from 'react';
import { browserNow } from '../../../shared/format/browser-clock';
import { inRiga } from '../../../shared/format/riga-time';
import { useTexts } from '../../texts';
import { named } from './staged-files';

type Add = (files: readonly File[]) => void;

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/**
 * Files that are dropped anywhere on the page. A drop beside the field would otherwise make the browser open the file in place of the page,
 * and take along what is typed. Answers whether some are being dragged over it.
 */
function useDrop(enabled: boolean, add: Add): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(add);
  useEffect(() => {
    latest.current = add;
  });
  useEffect(() => {
    if (!enabled) return;
    const drag = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => void (event.relatedTarget === null && setOver(false));
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      latest.current([...(event.dataTransfer?.files ?? [])]);
    };
    const listening = new AbortController();
    addEventListener('dragover', drag, listening);
    addEventListener('dragleave', leave, listening);
    addEventListener('drop', drop, listening);
    return () => listening.abort();
  }, [enabled]);
  return over;
}

/** Files that are dropped on the page or pasted into the field. */
export function useDroppedFiles(enabled: boolean, add: Add) {
  const { t } = useTexts();
  const pasted = useRef(0);
  const over = useDrop(enabled, add);
  const nextName = (): string => {
    const { date, hour, minute } = inRiga(browserNow());
    const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join('-');
    pasted.current += 1;
    return `${t('composer.screenshot')} ${date} ${time}${pasted.current > 1 ? ` (${pasted.current})` : ''}`;
  };
  const onPaste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files];
    // A text that brings a picture of itself along, as from a table, stays a text.
    if (files.length === 0 || !enabled || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    add(files.map((file) => named(file, nextName())));
  };
  return { over, onPaste };
}
