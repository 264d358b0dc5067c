import { Transform } from 'class-transformer';

/** Takes the blanks off both ends of a text that comes in. */
export function Trim(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
}
