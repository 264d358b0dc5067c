import { fillPlaces, placesIn } from '#kernel';

/** What a text kept ready may leave open; filled with what the ticket says when it is picked. */
export const PLACEHOLDERS = [
  'requester.name',
  'requester.firstName',
  'ticket.number',
  'ticket.title',
  'ticket.link',
  'service.name',
  'group.name',
  'institution.name',
  'agent.name',
  'agent.firstName',
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What each place is filled with; a place that the ticket has nothing for is left out. */
export type PlaceholderValues = Readonly<Partial<Record<Placeholder, string>>>;

const isKnown = (name: string): name is Placeholder => (PLACEHOLDERS as readonly string[]).includes(name);

/** The name of the first place that nobody could fill, or undefined. */
export function unknownPlaceholder(text: string): string | undefined {
  return placesIn(text).find((name) => !isKnown(name));
}

/** Is there a place for which there is nothing? */
export function lacksValue(text: string, values: PlaceholderValues): boolean {
  return placesIn(text).some((name) => !isKnown(name) || !values[name]);
}

/** Fills a text. A place without a value stays as it is written, so that whoever sends the text sees what it lacks. */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  return fillPlaces(text, (name) => {
    const value = isKnown(name) ? values[name] : undefined;
    return value ? oneLine(value) : undefined;
  });
}

/** Names and titles are written by people: a line break in one must not begin a list or a heading. */
const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();
