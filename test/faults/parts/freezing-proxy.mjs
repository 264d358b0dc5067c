import { connect, createServer } from 'node:net';

/** One connection through the proxy: two sockets and the bytes between them. */
class Pair {
  constructor(client, target, onClose) {
    this.client = client;
    this.server = connect(target);
    this.frozen = false;
    for (const socket of [client, this.server]) {
      socket.setNoDelay(true);
      socket.on('error', () => this.cut());
      socket.on('close', () => this.frozen || this.cut());
    }
    this.flow();
    this.onClose = onClose;
  }

  flow() {
    this.client.pipe(this.server);
    this.server.pipe(this.client);
  }

  /** Nothing passes any more and nobody is told: what a firewall does that has forgotten a connection. */
  freeze() {
    this.frozen = true;
    this.client.unpipe(this.server);
    this.server.unpipe(this.client);
    this.client.pause();
    this.server.pause();
  }

  thaw() {
    this.frozen = false;
    if (this.client.destroyed || this.server.destroyed) this.cut();
    else this.flow();
  }

  /** Both sides get a reset. */
  cut() {
    for (const socket of [this.client, this.server]) if (!socket.destroyed) socket.resetAndDestroy();
    this.onClose?.(this);
    this.onClose = undefined;
  }
}

/** A TCP proxy whose connections can be frozen: half open, as after a cable was pulled or a firewall forgot them. */
export class FreezingProxy {
  /** @param {number} targetPort on this machine */
  constructor(targetPort) {
    this.target = { port: targetPort, host: '127.0.0.1' };
    this.pairs = new Set();
    this.holdNew = false;
  }

  /** @returns {Promise<this>} listening on `port` */
  async listen() {
    this.server = createServer((client) => {
      const pair = new Pair(client, this.target, () => this.pairs.delete(pair));
      this.pairs.add(pair);
      if (this.holdNew) pair.freeze();
    });
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.port = this.server.address().port;
    return this;
  }

  /**
   * Freezes the connections that there are; with `newOnes`, those that are opened while it lasts too.
   * @returns {number} how many
   */
  freeze({ newOnes = false } = {}) {
    this.holdNew = newOnes;
    for (const pair of this.pairs) pair.freeze();
    return this.pairs.size;
  }

  /** The ports from which the server sees these connections come. */
  outgoingPorts() {
    return [...this.pairs].flatMap(({ server }) => server.localPort ?? []);
  }

  /** The frozen connections go on where they stood. */
  thaw() {
    this.holdNew = false;
    for (const pair of [...this.pairs]) if (pair.frozen) pair.thaw();
  }

  /** The frozen connections are reset. */
  cutFrozen() {
    this.holdNew = false;
    for (const pair of [...this.pairs]) if (pair.frozen) pair.cut();
  }

  close() {
    for (const pair of [...this.pairs]) pair.cut();
    this.server?.close();
  }
}
