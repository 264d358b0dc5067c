import type { HistoryWord } from '#tickets';

/** How the events of this module are told in a ticket's history. */
export const ROUTING_WORDS: Readonly<Record<string, HistoryWord>> = {
  'routing.rule-applied': {
    audience: 'staff',
    values: ({ payload }) => ({ title: String(payload['title']), version: Number(payload['ruleVersion']) }),
  },
};
