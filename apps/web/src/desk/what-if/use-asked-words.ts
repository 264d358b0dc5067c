import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../format';
import { monthName } from '../reports/months';
import { useTexts } from '../texts';
import { type Asked, calendarsQuery, policiesQuery } from './what-if-queries';

export interface AskedWords {
  readonly period: string;
  /** What was tried, part by part. */
  readonly parts: readonly string[];
}

/** What a what-if was asked, in words. */
export function useAskedWords(): (asked: Asked) => AskedWords {
  const texts = useTexts();
  const { t } = texts;
  const { duration } = useFormat();
  const policies = useQuery(policiesQuery).data ?? [];
  const calendars = useQuery(calendarsQuery).data ?? [];
  const day = (text: string): string => (text.length === 7 ? monthName(text, texts) : text.split('-').reverse().join('.'));
  return ({ from, to, policyDraftId, calendarId, targets }) => {
    const policy = policies.find(({ draft, versions }) => draft?.id === policyDraftId || versions.some(({ id }) => id === policyDraftId));
    const calendar = calendars.find(({ id }) => id === calendarId);
    return {
      period: from === to ? day(from) : `${day(from)} – ${day(to)}`,
      parts: [
        ...(policyDraftId ? [t('whatIf.asked.policy', { name: policy?.name ?? t('whatIf.asked.gone') })] : []),
        ...(calendarId
          ? [t('whatIf.asked.calendar', { name: (texts.locale === 'lv' ? calendar?.nameLv : calendar?.nameEn) ?? t('whatIf.asked.gone') })]
          : []),
        ...targets.map(({ priority, kind, seconds }) =>
          t('whatIf.asked.target', { priority: String(priority), kind: t(`whatIf.kind.${kind}`), time: duration(seconds) }),
        ),
      ],
    };
  };
}
