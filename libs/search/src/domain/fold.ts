/** Letters without their marks, in lower case. Latvian and English letters keep their place: the text stays as long as it was. */
export function foldLetters(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return [...text.normalize('NFC')].map(foldLetter).join('');
}

/** Most words of a text have no letter with a mark, and a text of hits has thousands of words. */
const PLAIN = /^\p{ASCII}*$/u;
const folded = new Map<string, string>();
/** There are some hundred letters with marks in the languages of Europe. */
const FOLDED_MOST = 1_000;

function foldLetter(letter: string): string {
  let known = folded.get(letter);
  if (known === undefined) {
    const bare = letter.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
    known = bare.length === letter.length ? bare : letter;
    if (folded.size < FOLDED_MOST) folded.set(letter, known);
  }
  return known;
}
