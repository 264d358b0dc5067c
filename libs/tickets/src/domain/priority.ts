import type { Level, Priority } from './ticket.js';

const MATRIX: Readonly<Record<Level, Readonly<Record<Level, Priority>>>> = {
  1: { 1: 1, 2: 2, 3: 3 },
  2: { 1: 2, 2: 3, 3: 4 },
  3: { 1: 3, 2: 4, 3: 5 },
};

/** What a ticket has until somebody says otherwise: one user, hindered, P4. */
export const DEFAULT_IMPACT: Level = 3;
export const DEFAULT_URGENCY: Level = 2;

/** The priority that impact and urgency make (DOMAIN 4.1); 1 is the most urgent. */
export function priorityOf(impact: Level, urgency: Level): Priority {
  return MATRIX[impact][urgency];
}
