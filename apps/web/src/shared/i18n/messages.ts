/** The languages of the product; Latvian is the default. */
export type Locale = 'lv' | 'en';

/** A text, or its plural forms chosen by the parameter `count` (Latvian has zero, one and other; English one and other). */
export type Message = string | PluralMessage;
export interface PluralMessage {
  zero?: string;
  one: string;
  other: string;
}
export type Params = Record<string, string | number>;

const plurals: Record<Locale, Intl.PluralRules> = { lv: new Intl.PluralRules('lv'), en: new Intl.PluralRules('en') };
const numbers: Record<Locale, Intl.NumberFormat> = {
  lv: new Intl.NumberFormat('lv-LV', { useGrouping: 'min2' }),
  en: new Intl.NumberFormat('en-GB'),
};

function chooseForm(message: Message, params: Params | undefined, locale: Locale): string {
  if (typeof message === 'string') return message;
  const form = plurals[locale].select(Number(params?.['count'] ?? 0));
  return (form === 'zero' ? message.zero : form === 'one' ? message.one : undefined) ?? message.other;
}

/** Fills `{name}` placeholders; numbers are written as the language writes them. An unknown name stays visible, so that it is noticed. */
export function fill(message: Message, params: Params | undefined, locale: Locale): string {
  const text = chooseForm(message, params, locale);
  if (!params) return text;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers[locale].format(value) : value;
  });
}

export interface RichPart {
  tag: string | null;
  text: string;
}

/** Splits `plain <b>marked</b> plain` into parts. Tags do not nest; text stays text, it is never HTML. */
export function splitTags(text: string): RichPart[] {
  const parts: RichPart[] = [];
  const pattern = /<(\w+)>(.*?)<\/\1>/gs;
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) parts.push({ tag: null, text: text.slice(end, match.index) });
    parts.push({ tag: match[1] ?? null, text: match[2] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ tag: null, text: text.slice(end) });
  return parts;
}
