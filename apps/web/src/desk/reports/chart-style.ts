import type { Option, Token } from './Chart';

/** Axis of categories: months. */
export function monthAxis(token: Token, months: string[], gap: boolean): Option {
  return {
    type: 'category',
    data: months,
    boundaryGap: gap,
    axisLine: { lineStyle: { color: token('--line') } },
    axisTick: { show: false },
    axisLabel: { color: token('--ink-3'), fontSize: 12, hideOverlap: true },
  };
}

/** A share as the reader's language writes it. */
export type Percent = (value: number, digits?: number) => string;

/** Labels of an axis of percentages. */
export const percentLabel = (token: Token, percent: Percent): Option => ({
  ...{ color: token('--ink-3'), fontSize: 12 },
  formatter: (value: number) => percent(value, 0),
});

/** Axis of percentages. */
export function percentAxis(token: Token, percent: Percent, min: number, interval: number): Option {
  return {
    type: 'value',
    min,
    max: 100,
    interval,
    axisLabel: percentLabel(token, percent),
    splitLine: { lineStyle: { color: token('--line'), type: [2, 4] } },
  };
}

/** A tooltip in the palette's colours, drawn as text (no HTML). */
export function tooltip(token: Token, value: (value: unknown) => string): Option {
  return {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    backgroundColor: token('--raised'),
    borderColor: token('--line'),
    textStyle: { color: token('--ink'), fontSize: 13 },
    padding: [8, 12],
    valueFormatter: value,
  };
}

/** The dashed line of a target; its words stand in the legend, where they cross nothing. */
export function targetLine(token: Token, target: number, color = '--ink'): Option {
  return {
    silent: true,
    symbol: 'none',
    label: { show: false },
    data: [{ yAxis: target }],
    lineStyle: { color: token(color), type: 'dashed', width: 1.4 },
  };
}

/** Where the axis begins so that the lines use the room: a multiple of ten below everything, at most 80. */
export function axisFloor(values: (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  const least = Math.min(90, ...known);
  return Math.max(0, Math.floor((least - 4) / 10) * 10);
}
