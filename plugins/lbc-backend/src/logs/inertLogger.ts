import type { LoggerService } from '@backstage/backend-plugin-api';
import { inertText } from '@lbc-backstage/plugin-lbc-common';

/** Longer than anything that this product says by itself. */
const LONGEST = 4_000;

/**
 * A logger whose messages are one line each: what a cluster or AWS answers is
 * part of some, and must not write lines or colours of its own into a log.
 */
export function inertLogger(logger: LoggerService): LoggerService {
  const line = (text: string) => {
    const inert = inertText(text);
    return inert.length > LONGEST ? `${inert.slice(0, LONGEST - 1)}…` : inert;
  };
  return {
    error: (text, meta) => logger.error(line(text), meta),
    warn: (text, meta) => logger.warn(line(text), meta),
    info: (text, meta) => logger.info(line(text), meta),
    debug: (text, meta) => logger.debug(line(text), meta),
    child: meta => inertLogger(logger.child(meta)),
  };
}
