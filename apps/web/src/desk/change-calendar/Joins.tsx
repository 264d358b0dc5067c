import { type RefObject, useEffect, useState } from 'react';
import type { Clash } from './conflict-pairs';
import c from './lanes.module.css';

interface Line {
  key: string;
  blocking: boolean;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** The line from the foot of the upper change to the head of the lower one. */
function lineOf({ key, blocking, first, second }: Clash, box: HTMLElement): Line | null {
  const at = (id: string | undefined): DOMRect | undefined => box.querySelector(`[data-change="${id}"]`)?.getBoundingClientRect();
  const [one, two] = [at(first.id), at(second?.id)];
  if (!one || !two) return null;
  const [upper, lower] = one.top <= two.top ? [one, two] : [two, one];
  const frame = box.getBoundingClientRect();
  const left = Math.max(upper.left, lower.left);
  const right = Math.min(upper.right, lower.right);
  const shared = right > left ? (left + right) / 2 : null;
  const middle = (rect: DOMRect): number => shared ?? rect.left + rect.width / 2;
  return {
    ...{ key, blocking },
    x1: middle(upper) - frame.left,
    y1: upper.bottom - frame.top,
    x2: middle(lower) - frame.left,
    y2: lower.top - frame.top,
  };
}

/** Joins changes that do not go together; drawn anew when anything moves. `drawn` is what stands in the box. */
export function Joins({ box, clashes, drawn }: { box: RefObject<HTMLDivElement | null>; clashes: Clash[]; drawn: unknown }) {
  const [lines, setLines] = useState<Line[]>([]);
  // Not a layout effect: the box is the parent's, and is there only when the whole has been drawn.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const draw = (): void => setLines(clashes.flatMap((clash) => lineOf(clash, element) ?? []));
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, clashes, drawn]);
  return (
    <svg className={c.joins} aria-hidden>
      {lines.map(({ key, blocking, ...ends }) => (
        <line key={key} data-blocking={blocking || undefined} {...ends} />
      ))}
    </svg>
  );
}
