import { RefResponse } from '#identity';
import { formatInstant } from '#kernel';
import { valueOf } from '#ratings';
import type { CommentThemes, ThemeComment } from './comment-themes.js';
import type { ByPromise, Disappointed } from './disappointed.js';

export class SatisfactionTicketResponse {
  id: string;
  number: string;
  title: string;
}

export class BadShareResponse {
  rated: number;
  bad: number;
}

export class DisappointedFollowUpResponse {
  state: 'open' | 'done' | 'withdrawn';
  dueAt: string;
}

export class DisappointedResponse {
  id: string;
  at: string;
  comment: string | null;
  /** Null where the actor may not see the ticket. */
  ticket: SatisfactionTicketResponse | null;
  institution: RefResponse;
  service: RefResponse | null;
  group: RefResponse;
  /** Contract time that the resolution took. */
  workedSeconds: number | null;
  /** What went by on the wall clock. */
  waitedSeconds: number | null;
  followUp: DisappointedFollowUpResponse | null;

  static from({ at, followUp, ...row }: Disappointed): DisappointedResponse {
    return { ...row, at: formatInstant(at), followUp: followUp && { state: followUp.state, dueAt: formatInstant(followUp.dueAt) } };
  }
}

export class DisappointedPageResponse {
  items: DisappointedResponse[];
  nextCursor: string | null;
}

export class ThemeResponse {
  stem: string;
  /** The form that was written most. */
  word: string;
  /** Different people; five at least. */
  people: number;
}

export class ThemesOfSideResponse {
  /** People who wrote a word of why; null where they are fewer than five. */
  people: number | null;
  themes: ThemeResponse[];
}

export class SatisfactionResponse {
  month: string;
  /** Bad ratings of tickets whose promises were kept; null where there are too few. */
  kept: BadShareResponse | null;
  /** Of tickets where a promise was broken. */
  broken: BadShareResponse | null;
  /** The months of the themes: a calendar quarter. */
  themeMonths: string[];
  /** Words that came with bad ratings. */
  bad: ThemesOfSideResponse;
  /** Words that came with satisfactory and good ones. */
  better: ThemesOfSideResponse;
  /** May the actor open single ratings? */
  rows: boolean;

  static from(month: string, { kept, broken }: ByPromise, { months, bad, better }: CommentThemes, rows: boolean): SatisfactionResponse {
    const side = ({ people, themes }: CommentThemes['bad']): ThemesOfSideResponse => ({ people, themes: [...themes] });
    return { month, kept, broken, themeMonths: [...months], bad: side(bad), better: side(better), rows };
  }
}

export class ThemeCommentResponse {
  id: string;
  at: string;
  value: 'bad' | 'satisfactory' | 'good';
  comment: string;
  ticket: SatisfactionTicketResponse;

  static from({ at, value, ...comment }: ThemeComment): ThemeCommentResponse {
    return { ...comment, at: formatInstant(at), value: valueOf(value) };
  }
}

export class ThemeCommentsResponse {
  items: ThemeCommentResponse[];
}
