import { Server } from 'http';
import { AddressInfo } from 'net';

/** Options of {@link listen}. */
export interface ListenOptions {
  server: Server;
  host: string;
  port: number;
  /** What listens, for the error message: `Kubernetes`, `AWS`, `control`. */
  what: string;
  /** The flag of the command line that changes the port. */
  flag: string;
}

/** A port that someone else listens on. */
export class PortTakenError extends Error {
  constructor(options: { port: number; what: string; flag: string }) {
    super(
      `Port ${options.port}, which the fleet's ${options.what} server would listen on, is taken; choose another with ${options.flag}.`,
    );
    this.name = 'PortTakenError';
  }
}

/** Listens, and says which port it became. */
export async function listen(options: ListenOptions): Promise<number> {
  const { server, host, port } = options;
  await new Promise<void>((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(options) : error);
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      resolve();
    });
  });
  // Clients keep connections; Node's five seconds would race with their reuse.
  server.keepAliveTimeout = 65_000;
  return (server.address() as AddressInfo).port;
}

/** Stops listening and ends every connection, also those that hang. */
export async function close(server: Server): Promise<void> {
  await new Promise<void>(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
