import { createServer } from 'node:net';
import { Refusal } from './refusal.mjs';

/** Reads PORT. @returns {number} */
export function portOf(env) {
  const port = Number(env.PORT || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Refusal(`PORT is "${env.PORT}", and a port is a whole number from 1 to 65535.`);
}

/** Refuses a port that is taken, before anything has been started for it. */
export async function requireFreePort(port, host) {
  const code = await new Promise((resolve) => {
    const server = createServer().once('error', (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
  if (code === undefined) return;
  const advice = `Choose another one, for example: PORT=${port === 3000 ? 3001 : 3000} npm start`;
  if (code === 'EADDRINUSE')
    throw new Refusal(
      `port ${port} is taken by another program. Stop that program, or choose another port, for example: PORT=${port + 1} npm start`,
    );
  if (code === 'EACCES') throw new Refusal(`this account may not listen on port ${port}. ${advice}`);
  throw new Refusal(`cannot listen on ${host}, port ${port} (${code}). Check HOST and PORT.`);
}
