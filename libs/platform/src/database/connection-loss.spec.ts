import { isConnectionLoss } from './connection-loss.js';

const withCode = (code: string) => Object.assign(new Error('of a driver'), { code });

describe('a connection that is lost', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '08006', '57P01', '57P03'])('is told by the code %s', (code) => {
    expect(isConnectionLoss(withCode(code))).toBe(true);
  });

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Query read timeout',
    'Connection is closed.',
  ])('is told by the words „%s”', (words) => {
    expect(isConnectionLoss(new Error(words))).toBe(true);
  });

  it('is told of several addresses that are all away, and not where one of them answered wrongly', () => {
    expect(isConnectionLoss(new AggregateError([withCode('ECONNREFUSED'), withCode('ETIMEDOUT')]))).toBe(true);
    expect(isConnectionLoss(new AggregateError([withCode('ECONNREFUSED'), new TypeError('x is not a function')]))).toBe(false);
  });

  it.each([new TypeError('x is not a function'), withCode('23505'), withCode('57014'), 'Connection terminated', undefined])(
    'is not what the program did wrong: %s',
    (error) => {
      expect(isConnectionLoss(error)).toBe(false);
    },
  );
});
