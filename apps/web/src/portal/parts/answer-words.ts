import type { ClockExplanation, Ticket } from '../../shared/api/api-types';
import type { Params } from '../../shared/i18n/messages';
import { duration } from '../../shared/format/numbers';
import { millis } from '../../shared/format/riga-time';
import { byWhen, onWhen, untilWhen } from '../../shared/format/wording';
import type { PortalTexts, TextKey } from '../texts';

/** A key with what fills it. */
export interface Sentence {
  key: TextKey;
  params?: Params;
}

/** The two sentences a requester came for: who does what by when, and whether he must do anything. */
export interface Answer {
  first: Sentence;
  second: Sentence;
  tone: 'calm' | 'asks' | 'late' | 'done' | 'over';
}

interface Given {
  ticket: Ticket;
  response: ClockExplanation | null;
  resolution: ClockExplanation | null;
  now: number;
  texts: PortalTexts;
}

const isLate = (clock: ClockExplanation | null, now: number): boolean =>
  clock !== null && (clock.breachedAt !== null || (clock.state === 'running' && clock.dueAt !== null && millis(clock.dueAt) < now));

/** The instant that was promised last, kept by a clock that has been breached too. */
const promisedAt = (clock: ClockExplanation | null): string | null =>
  clock?.dueAt ?? clock?.promises.find((promise) => promise.current)?.deadline ?? clock?.breachedAt ?? null;

const who = ({ ticket, texts }: Given): string => ticket.assignee?.name ?? ticket.group?.name ?? texts.t('answer.we');
const calm: Sentence = { key: 'answer.nothing' };

function waiting(given: Given): Answer {
  const { response, resolution, now, texts } = given;
  const answerBy = promisedAt(response);
  const due = promisedAt(resolution);
  const named = given.ticket.state === 'assigned' && (given.ticket.assignee ?? given.ticket.group) !== null;
  const begin = named ? 'Assigned' : 'New';
  const params: Params = { who: who(given) };
  if (due) params['due'] = isLate(resolution, now) ? onWhen(texts, due, now) : byWhen(texts, due, now);
  if (isLate(resolution, now)) return { first: { key: `answer.late${begin}`, params }, second: { key: 'answer.sorry' }, tone: 'late' };
  if (response?.state === 'running' && answerBy) {
    if (isLate(response, now)) {
      params['answer'] = onWhen(texts, answerBy, now);
      return { first: { key: `answer.unanswered${begin}`, params }, second: { key: 'answer.sorry' }, tone: 'late' };
    }
    params['answer'] = byWhen(texts, answerBy, now);
    return { first: { key: due ? `answer.both${begin}` : `answer.plain${begin}`, params }, second: calm, tone: 'calm' };
  }
  return { first: { key: due ? `answer.due${begin}` : `answer.plain${begin}`, params }, second: calm, tone: 'calm' };
}

function working(given: Given, key: 'Working' | 'Vendor' | 'Change' | 'Internal'): Answer {
  const { resolution, now, texts } = given;
  const due = promisedAt(resolution);
  const params: Params = { who: who(given) };
  if (!due) return { first: { key: `answer.plain${key}`, params }, second: calm, tone: 'calm' };
  if (isLate(resolution, now)) {
    return {
      first: { key: `answer.late${key}`, params: { ...params, due: onWhen(texts, due, now) } },
      second: { key: 'answer.sorry' },
      tone: 'late',
    };
  }
  return { first: { key: `answer.due${key}`, params: { ...params, due: byWhen(texts, due, now) } }, second: calm, tone: 'calm' };
}

function onHold(given: Given): Answer {
  const { ticket, now, texts } = given;
  const params: Params = { who: who(given) };
  const reason = ticket.hold?.reason ?? ticket.holdReason;
  if (reason === 'awaiting_requester')
    return { first: { key: 'answer.asks', params }, second: { key: 'answer.pleaseReply' }, tone: 'asks' };
  if (reason === 'agreed_date' && ticket.hold?.until) {
    return {
      first: { key: 'answer.agreed', params: { ...params, when: onWhen(texts, ticket.hold.until, now) } },
      second: calm,
      tone: 'calm',
    };
  }
  return working(given, reason === 'awaiting_vendor' ? 'Vendor' : reason === 'awaiting_change' ? 'Change' : 'Internal');
}

function resolved({ ticket, resolution, now, texts }: Given): Answer {
  const when = onWhen(texts, ticket.resolvedAt ?? ticket.updatedAt, now);
  const left = resolution?.remainingSeconds ?? 0;
  const late = resolution?.outcome === 'breached' || left < 0;
  const around = /24\s*[x×]\s*7/i.test(resolution?.calendar.code ?? '');
  const margin: TextKey = late ? 'answer.resolvedLate' : around ? 'answer.resolvedEarly' : 'answer.resolvedEarlyWork';
  const key: TextKey = !resolution || (!late && Math.abs(left) < 60) ? 'answer.resolved' : margin;
  const second: Sentence = ticket.reopenUntil
    ? { key: 'answer.reopenUntil', params: { until: untilWhen(texts, ticket.reopenUntil, now) } }
    : { key: 'answer.resolvedPlain' };
  return { first: { key, params: { when, time: duration(Math.round(left / 60) * 60) } }, second, tone: 'done' };
}

/** Chooses the two sentences by the state of the ticket and its clocks. */
export function answerOf(given: Given): Answer {
  const { ticket, now, texts } = given;
  switch (ticket.state) {
    case 'new':
    case 'assigned':
      return waiting(given);
    case 'in_progress':
      return working(given, 'Working');
    case 'on_hold':
      return onHold(given);
    case 'resolved':
      return resolved(given);
    case 'closed':
      return {
        first: { key: 'answer.closed', params: { when: onWhen(texts, ticket.closedAt ?? ticket.updatedAt, now) } },
        second: { key: ticket.abilities.followUp ? 'answer.closedFollowUp' : 'answer.closedPlain' },
        tone: 'over',
      };
    case 'cancelled':
      return {
        first: { key: 'answer.cancelled', params: { when: onWhen(texts, ticket.updatedAt, now) } },
        second: ticket.duplicateOf
          ? { key: 'answer.duplicate', params: { number: ticket.duplicateOf.number } }
          : { key: 'answer.closedPlain' },
        tone: 'over',
      };
  }
}
