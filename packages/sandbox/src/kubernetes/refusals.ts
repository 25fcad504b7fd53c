import { Refusals } from '../faults';
import { ApiPath } from './apiPath';
import { ContinueToken, encodeContinue } from './continueToken';
import {
  expired,
  forbidden,
  forbiddenPath,
  statusReply,
  tooManyRequests,
  unauthorized,
} from './status';

/** How an API server refuses a call. */
export function kubernetesRefusals(options: {
  apiPath: ApiPath;
  path: string;
  token?: ContinueToken;
}): Refusals {
  const { apiPath, path, token } = options;
  return {
    status: (code, body) => {
      const reply = statusReply({
        code,
        message: `the sandbox was told to answer ${code}`,
      });
      return body === undefined ? reply : { ...reply, body };
    },
    denied: () =>
      apiPath.type === 'resource' ? forbidden(apiPath) : forbiddenPath(path),
    throttled: tooManyRequests,
    expiredCredentials: unauthorized,
    expiredContinue: () => expired(token ? inconsistent(token) : ''),
  };
}

/** The token that a 410 offers: it goes on from the same place, but in what is there now. */
export function inconsistent(token: ContinueToken): string {
  return encodeContinue({ ...token, rv: -1 });
}
