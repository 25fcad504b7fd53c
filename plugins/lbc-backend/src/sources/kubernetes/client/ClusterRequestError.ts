import { Message } from '@lbc-backstage/plugin-lbc-common';

/**
 * What became of a request that brought no answer to use.
 *
 * - `denied`: the portal may not
 * - `path-missing`: the server has no such path, so no such group or version
 * - `resource-missing`: the group has no such resource
 * - `object-missing`: the one object that was asked for does not exist
 * - `expired`: the `continue` token is too old
 * - `unreachable`: nobody answered
 * - `failed`: somebody answered, and it was of no use
 */
export type RequestFailure =
  | 'denied'
  | 'path-missing'
  | 'resource-missing'
  | 'object-missing'
  | 'expired'
  | 'unreachable'
  | 'failed';

/** A request that failed, and why in words for people. */
export class ClusterRequestError extends Error {
  readonly failure: RequestFailure;
  readonly reason: Message;
  /** For `expired`: a token to go on with, inconsistently. */
  readonly continueToken?: string;
  /** Whether asking again soon may help. */
  readonly retry?: { afterMs?: number };

  constructor(options: {
    failure: RequestFailure;
    reason: Message;
    continueToken?: string;
    retry?: { afterMs?: number };
  }) {
    super(options.reason.code);
    this.name = 'ClusterRequestError';
    this.failure = options.failure;
    this.reason = options.reason;
    this.continueToken = options.continueToken;
    this.retry = options.retry;
  }
}
