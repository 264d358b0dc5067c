import type approvals from '../../locales/lv/approvals.json';
import type shared from '../../locales/lv/shared.json';
import type { components } from '../api-schema';
import { dayMonth, timeOfDay } from '../format/dates';
import { inRiga, type When } from '../format/riga-time';
import { onWhen } from '../format/wording';
import type { Texts } from '../i18n/create-i18n';

export type SubjectFacts = components['schemas']['SubjectFactsResponse'];
export type SubjectConflict = SubjectFacts['conflicts'][number];

/** Both entries' texts include these. */
export type ApprovalTexts = Pick<Texts<keyof typeof shared | keyof typeof approvals>, 't' | 'locale'>;

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Otrdien, 24.11., 20:00–23:00", or from one day to another. */
export function windowWords({ t, locale }: ApprovalTexts, { from, to }: { from: When; to: When }): string {
  const weekday = (at: When): string => t(`weekday.on.${inRiga(at).weekday}`);
  const parts = { weekday: weekday(from), day: dayMonth(from, locale), from: timeOfDay(from), to: timeOfDay(to) };
  if (inRiga(from).date === inRiga(to).date) return upper(t('approvals.onDay', parts));
  return upper(t('approvals.overDays', { ...parts, weekdayTo: weekday(to), dayTo: dayMonth(to, locale) }));
}

/** When it is to happen and how long people are without it; or that it has begun already. */
export function whenWords(texts: ApprovalTexts, { window, outageMinutes, begun }: SubjectFacts, now: number): string {
  const { t } = texts;
  if (begun)
    return begun.consentAt
      ? t('approvals.begunOnConsent', { at: onWhen(texts, begun.at, now), consent: onWhen(texts, begun.consentAt, now) })
      : t('approvals.begun', { at: onWhen(texts, begun.at, now) });
  if (!window) return t('approvals.noWindow');
  const outage = outageMinutes > 0 ? t('approvals.outage', { minutes: String(outageMinutes) }) : t('approvals.noOutage');
  return `${windowWords(texts, window)}, ${outage}.`;
}

export function rollbackWords({ t }: ApprovalTexts, { planned, minutes }: SubjectFacts['rollback']): string {
  if (!planned) return t('approvals.noRollback');
  return minutes === null ? t('approvals.rollback') : t('approvals.rollbackMinutes', { minutes: String(minutes) });
}

/** What stands in the way, in one line. */
export function conflictWords({ t, locale }: ApprovalTexts, { reason, number, from, to }: SubjectConflict): string {
  const known = reasons.find((one) => one === reason);
  const day = inRiga(from).date === inRiga(to).date ? '' : `${dayMonth(from, locale)} `;
  const dayTo = day === '' ? '' : `${dayMonth(to, locale)} `;
  const params = {
    reason: known ? t(`approvals.reason.${known}`) : reason,
    from: `${day}${timeOfDay(from)}`,
    to: `${dayTo}${timeOfDay(to)}`,
  };
  return number === null ? upper(t('approvals.conflictBy', params)) : t('approvals.conflictWith', { ...params, number });
}

const reasons = [
  'freeze',
  'same_item',
  'dependent_item',
  'parent_item',
  'same_service',
  'implementer_busy',
  'outside_maintenance',
] as const;

/** DOMAIN 3.4: up to 2 low, up to 4 medium, from 6 high. */
export function riskLevel(score: number): 'low' | 'medium' | 'high' {
  if (score <= 2) return 'low';
  return score <= 4 ? 'medium' : 'high';
}
