import { ActionIcon } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import c from './graph.module.css';
import { arrowAlong, BOX, commonest, layOut, pathThrough, type PlacedActivity, type PlacedMove } from './flow-layout';
import type { Flow, Move } from './mining-queries';
import { type FlowWords, useFlowWords } from './use-flow-words';

const STEPS = [0.5, 0.7, 0.85, 1, 1.25, 1.5, 2];
const WIDEST = 7;
/** A map is not drawn smaller than this; what does not fit is scrolled to. */
const NARROWEST = { phone: 0.8, desk: 0.5 };
/** So many moves are marked as those in which most time passes. */
const MARKED = 2;

/** The moves in which most time passes in all. */
function slowest(moves: readonly Move[]): Set<Move> {
  const waited = (move: Move): number => move.count * (move.calendar?.mean ?? 0);
  return new Set([...moves].sort((a, b) => waited(b) - waited(a)).slice(0, MARKED));
}

function Box({ box, most, words }: { box: PlacedActivity; most: number; words: FlowWords }) {
  const { t } = useTexts();
  const name = words.activity(box.activity);
  return (
    <g transform={`translate(${box.x - BOX.width / 2} ${box.y - BOX.height / 2})`}>
      <title>{name}</title>
      <rect className={c.box} width={BOX.width} height={BOX.height} rx={10} />
      <rect className={c.bar} x={8} y={9} width={4} height={BOX.height - 18} rx={2} opacity={0.25 + (0.75 * box.cases) / most} />
      <text className={c.name} x={20} y={20}>
        {name.length > 22 ? `${name.slice(0, 21)}…` : name}
      </text>
      <text className={c.cases} x={20} y={37}>
        {t('mining.cases', { count: box.cases })}
      </text>
    </g>
  );
}

function Way({ placed, most, slow, words }: { placed: PlacedMove; most: number; slow: boolean; words: FlowWords }) {
  const { move, points, label } = placed;
  const time = words.time(move);
  const width = 1 + ((WIDEST - 1) * move.cases) / most;
  const { way, head } = arrowAlong(points, width);
  return (
    <g className={c.way} data-slow={slow || undefined}>
      <title>{words.moveTitle(move)}</title>
      <g opacity={0.45 + (0.55 * move.cases) / most}>
        <path d={pathThrough(way)} strokeWidth={width} />
        <polygon points={head} />
      </g>
      {time && (
        <>
          <rect x={label.x - time.length * 3.4 - 4} y={label.y - 9} width={time.length * 6.8 + 8} height={18} rx={4} />
          <text x={label.x} y={label.y + 4}>
            {time}
          </text>
        </>
      )}
    </g>
  );
}

function Drawing({ flow, share, zoom, label }: { flow: Flow; share: number; zoom: number; label: string }) {
  const words = useFlowWords();
  const narrow = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false });
  const moves = useMemo(() => commonest(flow, share), [flow, share]);
  const placed = useMemo(() => layOut(flow, moves, narrow ? 'TB' : 'LR'), [flow, moves, narrow]);
  const most = Math.max(1, ...placed.activities.map(({ cases }) => cases));
  const slow = slowest(placed.moves.map(({ move }) => move));
  const { width, height } = placed;
  return (
    <svg
      className={c.drawing}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      style={{
        width: zoom === 1 ? `min(100%, ${width * 1.15}px)` : `${width * zoom}px`,
        minWidth: width * Math.min(zoom, narrow ? NARROWEST.phone : NARROWEST.desk),
      }}
    >
      {placed.moves.map((one) => (
        <Way key={one.move.mark} placed={one} most={most} slow={slow.has(one.move)} words={words} />
      ))}
      {placed.activities.map((box) => (
        <Box key={box.activity} box={box} most={most} words={words} />
      ))}
    </svg>
  );
}

/** The flow as a map: width for frequency, the label for the median time. It zooms, and rare moves can be left out. */
export function FlowGraph({ flow, title, conclusion }: { flow: Flow; title: string; conclusion: string }) {
  const { t } = useTexts();
  const titleId = useId();
  const [share, setShare] = useState(flow.moves.length > 18 ? 60 : 100);
  const [zoom, setZoom] = useState(1);
  const step = (by: number): void => setZoom((now) => STEPS[Math.min(STEPS.length - 1, Math.max(0, STEPS.indexOf(now) + by))] ?? 1);
  return (
    <section className={reportsCss.card} aria-labelledby={titleId}>
      <header className={c.top}>
        <div>
          <h2 id={titleId}>{title}</h2>
          <p>{t('mining.legend')}</p>
        </div>
        <div className={`${c.tools} ${reportsCss.noPrint}`}>
          <label className={c.slider}>
            <span className="num">{t('mining.share', { share })}</span>
            <input
              type="range"
              min={10}
              max={100}
              step={5}
              value={share}
              aria-label={t('mining.shareLabel')}
              onChange={({ currentTarget: { value } }) => setShare(Number(value))}
            />
          </label>
          <ActionIcon variant="default" size={32} aria-label={t('mining.zoomOut')} onClick={() => step(-1)} disabled={zoom === STEPS[0]}>
            <IconMinus size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" size={32} aria-label={t('mining.zoomIn')} onClick={() => step(1)} disabled={zoom === STEPS.at(-1)}>
            <IconPlus size={16} aria-hidden />
          </ActionIcon>
        </div>
      </header>
      <div className={c.scroll} role="region" aria-label={t('mining.map')} tabIndex={0}>
        <Drawing flow={flow} share={share / 100} zoom={zoom} label={`${title}. ${conclusion}`} />
      </div>
    </section>
  );
}
