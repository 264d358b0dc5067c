import type { Progress } from './runner';

/** What is kept on the device between two visits; `sent` once the answers have left it, whether or not word came back. */
export interface Kept extends Progress {
  readonly sent: boolean;
}

const keyOf = (token: string): string => `atbalsts-survey-${token}`;
const NOTHING: Kept = { step: 0, answers: {}, sent: false };

/** What was kept for a link, or a beginning. */
export function keptAnswers(token: string): Kept {
  try {
    const text = localStorage.getItem(keyOf(token));
    return text === null ? NOTHING : { ...NOTHING, ...(JSON.parse(text) as Partial<Kept>) };
  } catch {
    return NOTHING;
  }
}

export function keepAnswers(token: string, kept: Kept): void {
  try {
    localStorage.setItem(keyOf(token), JSON.stringify(kept));
  } catch {
    // Without storage the answers live as long as the page.
  }
}

export function forgetAnswers(token: string): void {
  try {
    localStorage.removeItem(keyOf(token));
  } catch {
    // Nothing was kept then.
  }
}
