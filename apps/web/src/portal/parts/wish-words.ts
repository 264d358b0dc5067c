import type { Change, ChangeState } from '../../shared/api/api-types';
import { dayTime } from '../../shared/format/dates';
import { onWhen } from '../../shared/format/wording';
import type { PortalTexts } from '../texts';
import type { Answer, Sentence } from './answer-words';

const undone = ({ outcome }: Change): boolean => outcome === 'rolled_back' || outcome === 'failed';

/** Who does what next with a wish. */
function first(change: Change, texts: PortalTexts, now: number): Sentence {
  const who = change.assignee?.name ?? change.group?.name ?? texts.t('wish.we');
  switch (change.state) {
    case 'draft':
      return { key: 'wish.answer.draft', params: { who: texts.t('wish.we') } };
    case 'scheduled':
      if (!change.window) return { key: 'wish.answer.scheduledPlain' };
      return { key: 'wish.answer.scheduled', params: { who, when: onWhen(texts, change.window.from, now) } };
    case 'implementing':
      return { key: 'wish.answer.implementing', params: { who } };
    case 'review':
      return { key: undone(change) ? 'wish.answer.undone' : 'wish.answer.review' };
    case 'closed':
      return { key: undone(change) ? 'wish.answer.closedUndone' : 'wish.answer.closed' };
    case 'rejected':
      return change.endReason
        ? { key: 'wish.answer.rejected', params: { reason: change.endReason } }
        : { key: 'wish.answer.rejectedPlain' };
    default:
      return { key: `wish.answer.${change.state}` };
  }
}

/** Whether the person must do anything, and what he will notice. */
function second({ state, outageMinutes, outcome }: Change): Sentence {
  if (state === 'scheduled' || state === 'implementing')
    return outageMinutes > 0 ? { key: 'wish.second.outage', params: { minutes: String(outageMinutes) } } : { key: 'wish.second.noOutage' };
  if (state === 'rejected' || state === 'cancelled') return { key: 'wish.second.again' };
  if (state === 'closed' || (state === 'review' && outcome === 'successful')) return { key: 'wish.second.tellUs' };
  return { key: 'wish.second.nothing' };
}

const tones: Partial<Record<ChangeState, Answer['tone']>> = { closed: 'done', rejected: 'over', cancelled: 'over' };

/** What happens with one's own wish, in two sentences. */
export function answerToWish(change: Change, texts: PortalTexts, now: number): Answer {
  const tone = change.state === 'closed' && undone(change) ? 'over' : (tones[change.state] ?? 'calm');
  return { first: first(change, texts, now), second: second(change), tone };
}

/** The steps that a wish goes through as its asker sees them. */
export const wishSteps = ['draft', 'assessing', 'awaiting_authorisation', 'scheduled', 'closed'] as const;
const stepOf: Record<ChangeState, number> = {
  ...{ draft: 0, assessing: 1, awaiting_authorisation: 2, scheduled: 3, implementing: 3 },
  ...{ review: 4, closed: 5, rejected: 2, cancelled: 0 },
};

/** Where each step is: behind, here or ahead, and when. */
export function stepsOfWish(
  change: Change,
  { locale }: PortalTexts,
): { name: (typeof wishSteps)[number]; place: 'past' | 'present' | 'future'; when: string }[] {
  const here = stepOf[change.state];
  return wishSteps.map((name, index) => {
    const place = index < here ? 'past' : index === here ? 'present' : 'future';
    const reached = change.path.find((step) => step.state === name)?.at;
    const planned = name === 'scheduled' && place !== 'past' ? change.window?.from : undefined;
    const at = planned ?? (place === 'future' ? undefined : reached);
    return { name, place, when: at ? dayTime(at, locale) : '' };
  });
}
