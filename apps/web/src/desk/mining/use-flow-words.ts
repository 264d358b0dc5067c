import { useMemo } from 'react';
import { type Format, useFormat } from '../format';
import { type DeskTexts, type TextKey, useTexts } from '../texts';
import type { Flow, FlowAnswer, Move } from './mining-queries';

const DAY = 86_400;

/** `3,0 d` from two days on; shorter ones in hours and minutes. */
export function lengthText(seconds: number, { brief, number }: Pick<Format, 'brief' | 'number'>): string {
  return seconds >= 2 * DAY ? `${number(seconds / DAY, 1)}\u00a0d` : brief(seconds).replaceAll(' ', '\u00a0');
}

const STATES = [
  ...['new', 'assigned', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled', 'draft', 'assessing'],
  ...['awaiting_authorisation', 'scheduled', 'implementing', 'review', 'rejected'],
];

function wordsOf({ t }: DeskTexts, format: Format) {
  const activity = (name: string): string => (STATES.includes(name) ? t(`state.${name}` as TextKey) : name || t('mining.unnamed'));
  const length = (seconds: number): string => lengthText(seconds, format);
  return {
    activity,
    length,
    /** Office hours stay hours: a day of them would not be a day. */
    hours: (seconds: number): string => format.brief(seconds).replaceAll(' ', '\u00a0'),
    /** A move's median, for the map. */
    time: ({ calendar }: Move): string => (calendar ? length(calendar.median) : ''),
    moveTitle: ({ from, to, cases }: Move): string => `${activity(from)} → ${activity(to)}: ${t('mining.cases', { count: cases })}`,
    /** What the flow says, in two or three sentences. */
    conclusion: (flow: Flow): string => {
      const [longest] = [...flow.activities].sort((a, b) => b.waiting - a.waiting);
      const { lengths, conformance, rework } = flow;
      const sentences = [
        lengths.calendar && t('mining.says.length', { median: length(lengths.calendar.median) }),
        longest?.waitingShare != null &&
          t('mining.says.waiting', { state: activity(longest.activity), share: format.percent(longest.waitingShare, 0) }),
        rework.cases !== null && rework.cases > 0 && t('mining.says.rework', { count: rework.cases }),
        conformance?.share.value != null && t('mining.says.conformance', { share: format.percent(conformance.share.value) }),
      ];
      return sentences.filter(Boolean).join(' ');
    },
    /** What it was read from: cases, period, instant. */
    basis: ({ cases, from, to, dataAt, importedCases }: FlowAnswer): string =>
      [
        t('mining.cases', { count: cases }),
        from && to && `${format.date(`${from}T12:00:00Z`)} – ${format.date(`${to}T12:00:00Z`)}`,
        importedCases > 0 && t('mining.imported', { count: importedCases }),
        t('mining.dataAt', { at: format.dateTime(dataAt) }),
      ]
        .filter(Boolean)
        .join(' · '),
  };
}

export type FlowWords = ReturnType<typeof wordsOf>;

/** Names of states, lengths and sentences of a flow. */
export function useFlowWords(): FlowWords {
  const texts = useTexts();
  const format = useFormat();
  return useMemo(() => wordsOf(texts, format), [texts, format]);
}
