import { once } from 'node:events';
import { createServer, Server } from 'node:net';

/** An address that nobody may call, and whoever did. */
export class Trap {
  readonly #server: Server;
  /** How often it was called. */
  calls = 0;

  static async open(): Promise<Trap> {
    const trap = new Trap();
    trap.#server.listen(0, '127.0.0.1');
    await once(trap.#server, 'listening');
    return trap;
  }

  private constructor() {
    this.#server = createServer(socket => {
      this.calls += 1;
      socket.destroy();
    });
  }

  /** As in `127.0.0.1:4711`. */
  get host(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) {
      throw new Error('The trap is closed');
    }
    return `127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    this.#server.close();
    await once(this.#server, 'close');
  }
}
