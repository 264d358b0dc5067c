/** The target of the headline in a year, in percent; null where none is set. The module of indicators keeps targets, and provides this globally. */
export abstract class HeadlineTarget {
  abstract of(year: number): Promise<number | null>;
}
