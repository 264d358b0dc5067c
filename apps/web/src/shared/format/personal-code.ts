const PERSONAL_CODE = /\b\d{6}-?\d{5}\b/;

/** Does a Latvian personal code seem to stand in the text? */
export const hasPersonalCode = (text: string): boolean => PERSONAL_CODE.test(text);
