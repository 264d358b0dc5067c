import { act, open, OWN, read, type MatrixRow } from '../row.js';

export const RATINGS: readonly MatrixRow[] = [
  open('GET /ratings/links/{token}'),
  open('POST /ratings/links/{token}'),
  read('GET /tickets/{id}/rating'),
  act('POST /tickets/{id}/rating', OWN, () => ({ value: 'good' }), { state: 'resolved' }),
  act('PUT /tickets/{id}/rating', OWN, () => ({ value: 'satisfactory', comment: 'Ilgi.' }), { state: 'resolved' }),
];
