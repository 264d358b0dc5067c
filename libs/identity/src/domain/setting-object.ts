import { DomainError } from '#kernel';

/** A word by which settings and tables call a provider or a directory. */
export const CODE = /^[a-z0-9][a-z0-9-]{0,29}$/;

/**
 * One object of a setting that is JSON. What is missing, of another kind or not known at all is refused with its place and never with its
 * value, which may be a password: a field that was mistyped must not silently leave a door open.
 */
export class SettingObject {
  private readonly fields: Readonly<Record<string, unknown>>;
  private readonly asked = new Set<string>();

  constructor(
    private readonly setting: string,
    private readonly place: string,
    value: unknown,
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refused(setting, place);
    this.fields = value as Readonly<Record<string, unknown>>;
  }

  /** The objects of a list. */
  static list(setting: string, value: readonly unknown[]): SettingObject[] {
    return value.map((one, at) => new SettingObject(setting, `[${at}]`, one));
  }

  text(field: string): string {
    return this.textOrNull(field) ?? this.refuse(field);
  }

  textOrNull(field: string): string | null {
    const value = this.take(field);
    if (value === undefined || value === null || value === '') return null;
    return typeof value === 'string' ? value : this.refuse(field);
  }

  flag(field: string): boolean {
    const value = this.take(field) ?? false;
    return typeof value === 'boolean' ? value : this.refuse(field);
  }

  /** A whole number from `least` to `most`. */
  number(field: string, fallback: number, [least, most]: readonly [number, number]): number {
    const value = this.take(field) ?? fallback;
    return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : this.refuse(field);
  }

  oneOf<Word extends string>(field: string, words: readonly [Word, ...Word[]]): Word {
    const value = this.textOrNull(field) ?? words[0];
    return words.find((word) => word === value) ?? this.refuse(field);
  }

  texts(field: string): readonly string[] {
    const value = this.take(field) ?? [];
    if (!Array.isArray(value) || value.some((one) => typeof one !== 'string' || one === '')) return this.refuse(field);
    return value as string[];
  }

  object(field: string): SettingObject | null {
    const value = this.take(field);
    return value === undefined || value === null ? null : new SettingObject(this.setting, `${this.place}.${field}`, value);
  }

  /** The fields of an object whose names are the operator's own. */
  entries(): readonly string[] {
    return Object.keys(this.fields);
  }

  refuse(field: string): never {
    throw refused(this.setting, `${this.place}.${field}`);
  }

  /** Refuses what nobody asked for. */
  done(): void {
    for (const field of this.entries()) if (!this.asked.has(field)) this.refuse(field);
  }

  private take(field: string): unknown {
    this.asked.add(field);
    return Object.hasOwn(this.fields, field) ? this.fields[field] : undefined;
  }
}

const refused = (setting: string, place: string): DomainError =>
  new DomainError('identity.sign-in-setting-invalid', { setting, place }, 'invalid');

/** Of several that are told apart by their codes, the second with the same one is refused. */
export function requireOwnCodes(setting: string, named: readonly { readonly code: string }[]): void {
  const at = named.findIndex(({ code }, place) => named.findIndex((other) => other.code === code) !== place);
  if (at >= 0) throw refused(setting, `[${at}].code`);
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Does what is sent there stay on this machine? Everywhere else it must be sealed. */
export const isLoopback = (url: URL): boolean => LOOPBACK.has(url.hostname);
