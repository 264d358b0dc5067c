import type { Priority } from '../data/types';

const matrix: readonly (readonly Priority[])[] = [
  [1, 2, 3],
  [2, 3, 4],
  [3, 4, 5],
];

/** The priority that impact and urgency give (DOMAIN 4.1): a preview only, the server decides. */
export function priorityOf(impact: number, urgency: number): Priority {
  return matrix[impact - 1]?.[urgency - 1] ?? 5;
}
