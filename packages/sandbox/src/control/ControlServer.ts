import express, { NextFunction, Request, Response } from 'express';
import { Server, createServer } from 'http';
import { close, listen } from '../wire';
import { controlApi } from './api';
import { controlForms } from './forms';
import { controlPage } from './page';
import { ControlError, ControlTarget } from './state';

/** Options of {@link ControlServer.start}. */
export interface ControlServerOptions extends ControlTarget {
  host: string;
  port: number;
}

/** The page and the API that step worlds, set faults and show calls. */
export class ControlServer {
  readonly #server: Server;
  readonly #host: string;
  #port = 0;

  static async start(options: ControlServerOptions): Promise<ControlServer> {
    const control = new ControlServer(options);
    control.#port = await listen({
      server: control.#server,
      host: options.host,
      port: options.port,
      what: 'control',
      flag: '--control-port',
    });
    return control;
  }

  private constructor(options: ControlServerOptions) {
    this.#host = options.host;
    const app = express();
    app.disable('x-powered-by');
    app.use(onlyOwnPages);
    app.use('/api', controlApi(options));
    app.use(controlForms(options, error => controlPage(options, error)));
    app.get('/', (_, response) => {
      response.type('html').send(controlPage(options));
    });
    app.use(onError);
    this.#server = createServer(app);
  }

  get url(): string {
    return `http://${this.#host}:${this.#port}`;
  }

  async stop(): Promise<void> {
    await close(this.#server);
  }
}

/**
 * Any page in a browser can send a form to loopback. Only the control page's
 * own may: no other origin, and no name that was made to point here.
 */
function onlyOwnPages(
  request: Request,
  response: Response,
  next: NextFunction,
) {
  const host = request.headers.host ?? '';
  const { origin } = request.headers;
  const local = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);
  if (!local || (origin !== undefined && origin !== `http://${host}`)) {
    response.status(403).json({ error: 'Only from the control page itself' });
    return;
  }
  next();
}

function onError(
  error: unknown,
  _request: Request,
  response: Response,
  // Express tells error handlers by their four parameters.
  _next: NextFunction,
) {
  const message = error instanceof Error ? error.message : String(error);
  let status = 500;
  if (error instanceof ControlError) {
    status = error.status;
  } else if (error instanceof SyntaxError) {
    status = 400;
  }
  response.status(status).json({ error: message });
}
