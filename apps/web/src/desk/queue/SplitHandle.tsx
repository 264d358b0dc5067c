import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTexts } from '../texts';
import c from './queue.module.css';

const KEY = 'atbalsts-split';
const DEFAULT_SHARE = 57;
const [LEAST, MOST, STEP] = [34, 70, 2];
const within = (share: number): number => Math.min(MOST, Math.max(LEAST, Math.round(share)));

/** The list's share of the width (percent) that this browser remembers. */
export function storedShare(): number {
  try {
    return within(Number(localStorage.getItem(KEY) ?? DEFAULT_SHARE) || DEFAULT_SHARE);
  } catch {
    return DEFAULT_SHARE;
  }
}

function store(share: number): void {
  try {
    localStorage.setItem(KEY, String(share));
  } catch {
    // Without storage the width lasts as long as the page.
  }
}

interface Props {
  share: number;
  onChange: (share: number) => void;
}

/** The line between list and ticket: dragged, or moved with the arrow keys; a double click restores it. */
export function SplitHandle({ share, onChange }: Props) {
  const { t } = useTexts();
  const line = useRef<HTMLDivElement>(null);
  const change = (next: number): void => {
    onChange(within(next));
    store(within(next));
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const box = line.current?.parentElement?.getBoundingClientRect();
    if (box && event.currentTarget.hasPointerCapture(event.pointerId)) change(((event.clientX - box.left) / box.width) * 100);
  };
  const keys = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowLeft' ? -STEP : event.key === 'ArrowRight' ? STEP : 0;
    if (step === 0) return;
    event.preventDefault();
    change(share + step);
  };
  return (
    <div
      ref={line}
      className={c.handle}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('queue.splitter')}
      aria-valuenow={share}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onKeyDown={keys}
      onDoubleClick={() => change(DEFAULT_SHARE)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  );
}
