/** The browser's time in milliseconds since 1970: the web app's only reading of the clock (for "11 minutes ago", never for a decision). */
export const browserNow = (): number => Date.now();
