/** A count that may be a least one: "12", "999+". */
export const tallyText = ({ count, more }: { count: number; more: boolean }, number: (value: number) => string): string =>
  `${number(count)}${more ? '+' : ''}`;
