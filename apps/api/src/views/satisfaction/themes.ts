/** A comment with who gave it; for counting only. */
export interface CountedComment {
  readonly raterId: string;
  readonly text: string;
}

/** What several people wrote about, by the same stem. */
export interface Theme {
  readonly stem: string;
  /** The form of the word that was written most. */
  readonly word: string;
  /** Different people, not comments. */
  readonly people: number;
}

/** What fewer people wrote about is not said (DOMAIN 5, "small numbers"). */
const PEOPLE_FROM = 5;
const MOST = 12;
const STEM_FROM = 3;
const WORD_FROM = 4;

/** Endings of Latvian (without their marks) that are cut off, longest first. Sounds that change within a word (c–k, š–t) are left as they are. */
const ENDINGS = [
  ...['a', 'e', 'i', 'o'].flatMap((vowel) => ['as', 'ai', 'am', 'u', 'a', 'os'].map((end) => `${vowel}san${end}`)),
  ...['usies', 'jusies', 'amies', 'aties', 'ities', 'eties'],
  ...['ajiem', 'ajam', 'ajai', 'ajas', 'ajos', 'ejam', 'ejas', 'ejis', 'ajis', 'ijis', 'usas', 'usi', 'ajot', 'ejot'],
  ...[
    'iem',
    'ies',
    'aja',
    'ajo',
    'aji',
    'aju',
    'eja',
    'eji',
    'eju',
    'ija',
    'iju',
    'iji',
    'ama',
    'ami',
    'amo',
    'ams',
    'ata',
    'ati',
    'ats',
    'ita',
    'its',
  ],
  ...['aks', 'aka', 'aki', 'aku', 'ako', 'ing', 'ed'],
  ...['ot', 'os', 'as', 'is', 'us', 'es', 'am', 'em', 'im', 'um', 'ai', 'ei', 'ij', 'ie', 'at', 'et', 'it', 'ak'],
  ...['u', 'a', 'e', 'i', 'o', 's', 't'],
].sort((a, b) => b.length - a.length);

/** Words that say nothing by themselves. */
const STOP = new Set(
  `ar arī bet būs būt bija biju bijis dēļ dažas ērti esmu gan gandrīz jau joprojām jūs jums jūsu kad kam kas kaut ko kopš ļoti lai līdz man mani manu mēs mūsu mums
   nav neko nekas nebija nevis nevar nevarēja par pat pēc pie pirms priekš savu šis šī šo tad tagad tas tie tika tikai tiek to tomēr tur vai var varēja varētu vēl
   vien vienu viens viena viss visu visi viņš zem bez caur taču tāpēc jo ja nu nē jā cik tik galu gala tāds tāda kāds kāda katru reizi reizes dienas dienu diena stundas
   stundu gada paldies lūdzu darbs darba pieteikums pieteikumu
   the and but was were have has had this that with not for from you your our they them then than very just been would could should there their about which what
   when only also still because into after before ticket thank thanks please`
    .split(/\s+/)
    .map(plain),
);

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The stem of a word: without marks above and below its letters and without its ending, three letters at least. */
export function stemOf(word: string): string {
  const bare = plain(word.toLowerCase());
  const ending = ENDINGS.find((end) => bare.endsWith(end) && bare.length - end.length >= STEM_FROM);
  return ending ? bare.slice(0, -ending.length) : bare;
}

/** The words of a text that may make a theme, by stem. */
export function wordsOf(text: string): Map<string, string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Map(words.filter((word) => word.length >= WORD_FROM && !STOP.has(plain(word))).map((word) => [stemOf(word), word]));
}

/** What people wrote about, most first: each person counts once for a stem, and only what five people wrote about is named. */
export function themesOf(comments: readonly CountedComment[]): Theme[] {
  const people = new Map<string, Set<string>>();
  const forms = new Map<string, Map<string, number>>();
  for (const { raterId, text } of comments) {
    for (const [stem, word] of wordsOf(text)) {
      people.set(stem, (people.get(stem) ?? new Set()).add(raterId));
      const written = forms.get(stem) ?? new Map<string, number>();
      forms.set(stem, written.set(word, (written.get(word) ?? 0) + 1));
    }
  }
  return [...people]
    .filter(([, who]) => who.size >= PEOPLE_FROM)
    .map(([stem, who]) => ({ stem, word: mostWritten(forms.get(stem)!), people: who.size }))
    .sort((a, b) => b.people - a.people || a.word.localeCompare(b.word, 'lv'))
    .slice(0, MOST);
}

function mostWritten(forms: ReadonlyMap<string, number>): string {
  return [...forms].sort(([a, n], [b, m]) => m - n || a.localeCompare(b, 'lv'))[0]![0];
}
