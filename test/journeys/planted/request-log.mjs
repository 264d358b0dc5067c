// A guard taken away: loaded before the program (`node --import`), it writes a line for each request, as most servers do.
import { Server } from 'node:http';

const emit = Server.prototype.emit;
Server.prototype.emit = function (event, ...args) {
  if (event === 'request') {
    const [{ method, url, headers, socket }] = args;
    console.log(`${headers['x-forwarded-for'] ?? socket.remoteAddress} ${method} ${url} ${headers['user-agent']}`);
  }
  return emit.call(this, event, ...args);
};
