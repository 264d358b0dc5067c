/** Repeatable chance for the demonstration: the same seed tells the same stories. */
export class Chance {
  constructor(private state: number) {}

  /** Evenly spread, 0 included, 1 excluded. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** True with this likelihood. */
  hits(likelihood: number): boolean {
    return this.next() < likelihood;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** A share of a target that work takes: mostly well below 1, seldom above. `late` is the likelihood of above. */
  effort(late: number): number {
    return this.hits(late) ? 1.05 + this.next() * 0.9 : 0.08 + 0.85 * this.next() * this.next() ** 0.4;
  }
}
