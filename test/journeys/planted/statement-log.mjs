// A guard taken away: loaded before the program (`node --import`), it writes each statement on the surveys' tables with its values.
import pg from 'pg';

const query = pg.Client.prototype.query;
pg.Client.prototype.query = function (what, values, ...rest) {
  const text = what?.text ?? what;
  if (String(text).includes('surveys.')) console.log(text, JSON.stringify(what?.values ?? values));
  return query.call(this, what, values, ...rest);
};
