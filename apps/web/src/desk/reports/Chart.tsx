import { useComputedColorScheme } from '@mantine/core';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import c from './reports.module.css';

echarts.use([LineChart, BarChart, GridComponent, TooltipComponent, MarkLineComponent, SVGRenderer]);

export type Option = echarts.EChartsCoreOption;
/** Reads a token of the palette, such as `--ink`. */
export type Token = (name: string) => string;
export type Draw = (token: Token) => Option;

const token: Token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Text of the tooltip is drawn, not written as HTML: the content security policy allows no inline styles. */
const base = (): Option => ({
  animation: !still(),
  animationDuration: 350,
  textStyle: { fontFamily: 'Hanken Grotesk Variable, system-ui, sans-serif' },
});

/** A chart as one picture with a name; drawn anew when the drawing or the theme changes. */
export function Chart({ draw, label }: { draw: Draw; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const colorScheme = useComputedColorScheme('light');
  useEffect(() => {
    if (!box.current) return;
    const chart = echarts.init(box.current, null, { renderer: 'svg' });
    chart.setOption({ ...base(), ...draw(token) });
    const resize = new ResizeObserver(() => chart.resize());
    resize.observe(box.current);
    const fit = (): void => chart.resize({ width: 640 });
    addEventListener('beforeprint', fit);
    return () => {
      removeEventListener('beforeprint', fit);
      resize.disconnect();
      chart.dispose();
    };
  }, [draw, colorScheme]);
  return <div ref={box} className={c.chart} role="img" aria-label={label} />;
}
