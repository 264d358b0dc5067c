/** A date of this century as the API takes it, `YYYY-MM-DD`; whether there is such a day, what uses it says. */
export const DAY = /^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
