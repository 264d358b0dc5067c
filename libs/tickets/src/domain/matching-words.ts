import { foldText } from '#identity';

/** Latvian endings change with the case: so many letters of a word stand for it, and never its last one. */
const STEM = 5;
/** "VPN" and "eID" name a service; what is shorter names nothing, and has no ending either. */
const SHORTEST = 3;
/** Short words that say nothing of what does not work, in both languages, as they are compared. */
const SAY_NOTHING: ReadonlySet<string> = new Set(
  'nav bet bez kad kas kur man mans mani par pec pie tad tas tie vai var viss visi jau ari and are but can not the was you for has'.split(
    ' ',
  ),
);

const stemOf = (word: string): string => (word.length === SHORTEST ? word : word.slice(0, Math.min(STEM, word.length - 1)));

const stemsOf = (text: string): Set<string> =>
  new Set(
    foldText(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= SHORTEST && !SAY_NOTHING.has(word))
      .map(stemOf),
  );

/** How many words the two texts have in common, whatever their endings. */
export function sharedWords(typed: string, text: string): number {
  const known = stemsOf(text);
  return [...stemsOf(typed)].filter((stem) => known.has(stem)).length;
}

/** Do the two texts have a word in common, whatever its ending? */
export function shareWord(typed: string, text: string): boolean {
  return sharedWords(typed, text) > 0;
}
