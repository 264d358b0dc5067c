const SHORTEST = 4;

/** Does the word look English? Latvian words end in a vowel, in -s or in -m, and have none of q, w, x, y. */
function looksEnglish(word: string): boolean {
  return /^[a-z]+$/.test(word) && word.length >= SHORTEST && /[qwxy]|(ies|ss|[b-df-hj-lnp-rtv-z])$/.test(word);
}

/** The stem of an English word, lightly: plurals, -ed, -ing, a final e. Undefined where the word does not look English. */
export function englishStem(word: string): string | undefined {
  return looksEnglish(word) ? withoutE(withoutVerbEnding(singular(word))) : undefined;
}

function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word) && word.length > SHORTEST) return `${word.slice(0, -3)}y`;
  if (/(ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutVerbEnding(word: string): string {
  const [, stem] = /^(.{3,}[a-z])(?:ing|ed)$/.exec(word) ?? [];
  if (stem === undefined || !/[aeiouy]/.test(stem)) return word;
  return stem.replace(/([bdfgmnprt])\1$/, '$1');
}

function withoutE(word: string): string {
  return word.length > SHORTEST ? word.replace(/e$/, '') : word;
}
