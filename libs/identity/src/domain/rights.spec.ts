import { isRight, RIGHTS, type Right } from './rights.js';
import { ROLES } from './role.js';

/** The rows of DOMAIN section 9, copied from its table without the remarks; "named" is N. */
const DOMAIN_9 = `
| ticket.create          | O | I | A | A | A | O | O | O | O | O | – | – |
| ticket.read            | O | I | G | G | A | P | a | A | – | G | A | – |
| ticket.work            | – | – | G | G | G | – | – | – | – | – | – | – |
| ticket.read-restricted | O | – | N | N | N | – | – | N | – | – | N | – |
| rating.give            | O | O | O | O | O | O | O | O | O | O | – | – |
| rating.read            | O | a | G | G | – | – | a | A | a | – | A | – |
| kpi.read               | – | I | G | G | A | – | P | A | a | a | A | – |
| audit.read             | – | – | – | – | – | – | – | – | – | – | A | A |
| organisation.read      | – | – | – | – | – | – | – | A | – | – | A | A |
| admin.users            | – | – | – | – | – | – | – | – | – | – | – | A |
| grant.approve          | – | – | – | – | – | – | – | A | – | – | – | – |
| clock.decide           | – | – | – | G | – | – | – | – | – | – | – | – |
| sla.publish            | – | – | – | – | – | – | – | A | – | – | – | – |
`;

const cells = DOMAIN_9.trim()
  .split('\n')
  .flatMap((line) => {
    const [right, ...reaches] = line
      .split('|')
      .map((cell) => cell.trim())
      .filter(Boolean);
    return ROLES.map((role, at) => [right as Right, role, reaches[at]!.replace('–', '-')] as const);
  });

describe('the table of rights', () => {
  it.each(cells)('gives %s to %s as DOMAIN 9 says: %s', (right, role, reach) => {
    expect(RIGHTS[right][role]).toBe(reach);
  });

  it('knows its own names and nothing that an object inherits', () => {
    expect(isRight('ticket.read')).toBe(true);
    expect(isRight('toString')).toBe(false);
  });

  it('gives the administrator no ticket', () => {
    const tickets = (Object.keys(RIGHTS) as Right[]).filter((right) => right.startsWith('ticket.'));
    expect(tickets.map((right) => RIGHTS[right].administrator)).toEqual(tickets.map(() => '-'));
  });
});
