/** Without somebody's word a set may end at most this share of the people of its source. */
const MOST_SHARE = 0.1;

/** Would so many endings need somebody to say their number? A set that was cut short must not close the accounts of half a house. */
export function endingsNeedConsent(ended: number, ofSource: number, mostShare = MOST_SHARE): boolean {
  return ended > ofSource * mostShare;
}

interface Endings {
  readonly ended: number;
  readonly missing: number | null;
  /** Records in use of the source. */
  readonly ofSource: number;
  /** Of the file. */
  readonly lines: number;
}

/** Does so much end by a file that whoever sends it has to say how much? */
export function askedToSay({ ended, missing, ofSource, lines }: Endings, endMissing: boolean): boolean {
  return endingsNeedConsent(ended, lines) || (endMissing && endingsNeedConsent(missing ?? 0, ofSource));
}
