import { at, isSpec, type SourceFile, withoutComments } from '../source-tree.js';

/** Forms that a plural has: Latvian zero (0, 10-20, 30), one (1, 21), other (2); English one and other. */
const PLURALS = { lv: ['zero', 'one', 'other'], en: ['one', 'other'] } as const;
type Language = keyof typeof PLURALS;
const LANGUAGES: readonly Language[] = ['lv', 'en'];

/** A catalogue as flat keys: `ticket.hold.reason` whether it is nested or written with dots. */
export function flatten(value: unknown, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof inner === 'string') flat.set(path, inner);
    else for (const [deeper, text] of flatten(inner, path)) flat.set(deeper, text);
  }
  return flat;
}

/** Where a catalogue's sister lies: libs/x/src/locales/lv.json, apps/web/src/locales/lv/portal.json. */
const familyOf = (path: string): string => path.replace(/\/(lv|en)(\.json|\/)/, '/*$2');
const languageOf = (path: string): Language | undefined => /\/locales\/(lv|en)[./]/.exec(path)?.[1] as Language | undefined;

const PLURAL = /[._](zero|one|two|few|many|other)$/;
/** Ways of writing an instant, where each language picks the parts that it wants. */
const FORMAT = /(^|\.)(moment|date|time|dateTime)$/;
const variablesOf = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1]))].sort().join(' ');

interface Catalogue {
  readonly path: string;
  readonly language: Language;
  readonly texts: ReadonlyMap<string, string>;
  readonly plurals: ReadonlySet<string>;
}

function read(file: SourceFile): Catalogue | undefined {
  const language = languageOf(file.path);
  if (!language) return undefined;
  const texts = flatten(JSON.parse(file.text));
  return { path: file.path, language, texts, plurals: pluralsOf(texts) };
}

/** The stems of plurals: what has the forms one and other, as `days_one` or as `days.one`. */
function pluralsOf(texts: ReadonlyMap<string, string>): Set<string> {
  const ones = [...texts.keys()].filter((key) => /[._]one$/.test(key)).map((key) => key.slice(0, -'one'.length));
  return new Set(ones.filter((stem) => texts.has(`${stem}other`)));
}

function within({ path, language, texts, plurals }: Catalogue): string[] {
  const empty = [...texts].filter(([, text]) => text.trim() === '').map(([key]) => `${path}: ${key} is empty`);
  const forms: readonly string[] = PLURALS[language];
  const missing = [...plurals].flatMap((key) =>
    forms.filter((form) => !texts.has(`${key}${form}`)).map((form) => `${path}: ${key}${form} is missing`),
  );
  return [...empty, ...missing];
}

function between(one: Catalogue, other: Catalogue): string[] {
  const stems = new Set([...one.plurals, ...other.plurals]);
  const base = (key: string): string => [...stems].find((stem) => key.startsWith(stem) && PLURAL.test(key)) ?? key;
  const others = new Set([...other.texts.keys()].map(base));
  const missing = [...new Set([...one.texts.keys()].map(base))].filter((key) => !others.has(key));
  const differing = [...one.texts].filter(([key, text]) => {
    const twin = other.texts.get(key);
    return twin !== undefined && !FORMAT.test(key) && variablesOf(text) !== variablesOf(twin);
  });
  return [
    ...missing.map((key) => `${other.path}: ${key} is missing`),
    ...differing.map(([key]) => `${other.path}: ${key} has other variables than in ${one.language}`),
  ];
}

/** What the two languages do not say alike: keys, plural forms, variables; and catalogues without a sister. */
export function incompleteTexts(files: readonly SourceFile[]): string[] {
  const catalogues = files.map(read).filter((entry) => entry !== undefined);
  return [...new Set(catalogues.map((entry) => familyOf(entry.path)))].flatMap((family) => {
    const members = catalogues.filter((entry) => familyOf(entry.path) === family);
    const [lv, en] = LANGUAGES.map((language) => members.find((member) => member.language === language));
    if (!lv || !en) return [`${family}: one of the languages is missing`];
    return [...within(lv), ...within(en), ...between(lv, en), ...between(en, lv)];
  });
}

/** Codes of errors that have no sentence in the module's catalogue. */
export function errorsWithoutText(code: readonly SourceFile[], catalogues: readonly SourceFile[]): string[] {
  const texts = new Map(catalogues.map((file) => [file.path, flatten(JSON.parse(file.text))]));
  return code
    .filter((file) => !isSpec(file.path))
    .flatMap((file) =>
      [...withoutComments(file.text).matchAll(/new DomainError\(\s*'([a-z-]+)\.([a-z0-9.-]+)'/g)].flatMap((match) =>
        LANGUAGES.filter(
          (language) => !texts.get(`${match[1] === 'cli' ? 'apps' : 'libs'}/${match[1]}/src/locales/${language}.json`)?.has(match[2] ?? ''),
        ).map((language) => `${at(file, match.index)}: ${match[1]}.${match[2]} has no text in ${language}`),
      ),
    );
}
