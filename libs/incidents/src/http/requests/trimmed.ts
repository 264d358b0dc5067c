import { Transform } from 'class-transformer';

/** Takes the blanks off both ends of a text, so that blanks alone count as nothing. */
export function Trimmed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
}
