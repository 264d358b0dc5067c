/**
 * Numbers from a seed: the same seed and name give the same sequence. Each client and each part of the plan draws from a sequence of its
 * own, so that what one of them draws does not depend on how quick the others were.
 */
export class Chance {
  /** @param {number} seed @param {string} name */
  constructor(seed, name = '') {
    this.seed = seed;
    this.name = name;
    this.state = seed >>> 0;
    for (const letter of name) this.state = (Math.imul(this.state ^ letter.charCodeAt(0), 0x01000193) + 0x9e3779b9) >>> 0;
  }

  /** Another sequence of the same seed. */
  of(name) {
    return new Chance(this.seed, `${this.name}/${name}`);
  }

  /** At least 0, below 1 (mulberry32). */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, both ends included. */
  whole(from, to) {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  one(list) {
    return list[this.whole(0, list.length - 1)];
  }

  happens(share) {
    return this.next() < share;
  }

  /** One of `[weight, value]` pairs. */
  weighted(pairs) {
    let left = this.next() * pairs.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of pairs) if ((left -= weight) < 0) return value;
    return pairs.at(-1)[1];
  }

  shuffled(list) {
    const all = [...list];
    for (let at = all.length - 1; at > 0; at -= 1) {
      const other = this.whole(0, at);
      [all[at], all[other]] = [all[other], all[at]];
    }
    return all;
  }
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
