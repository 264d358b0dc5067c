/** Six digits, an optional hyphen, five digits, not part of a longer run of digits (DOMAIN 2.2). */
const PERSONAL_CODE = /(?<!\d)\d{6}-?\d{5}(?!\d)/;

/** What the writer of a text should be told about it; the text is kept as it is. */
export type TextWarning = 'personal_code';

/** Warns where one of the texts seems to hold a Latvian personal code. */
export function textWarnings(...texts: readonly (string | null | undefined)[]): TextWarning[] {
  return texts.some((text) => typeof text === 'string' && PERSONAL_CODE.test(text)) ? ['personal_code'] : [];
}
